"""Every way in which rows and files can disagree is named, by its key, and nothing else is."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass

import pytest

from domain.accounts.actor import Actor, Scope
from domain.ids import OriginalId, new_uuid
from domain.media.check import differences
from domain.media.in_step import in_step
from domain.media.media import Media
from domain.media.upload import UPLOAD_LIFE, Piece
from storage.files import folder_walk
from tests.scheduler.test_media_sweeps import added, announced, chunks, run
from tests.signed_in import add_person
from ui.parts import Parts


async def named(parts: Parts, *, hashes: bool = False) -> list[str]:
    return [str(one) async for one in differences(parts.works, parts.files, hashes=hashes)]


@pytest.fixture
async def actor(parts: Parts) -> Actor:
    return Actor(account=await add_person(parts.works, parts, "anna"), scopes=frozenset(Scope), session_id=None)


@pytest.fixture
async def picture(parts: Parts, actor: Actor) -> Media:
    media = await added(parts, actor)
    await run(parts, media)
    return media


async def test_a_whole_picture_is_right_in_every_respect(parts: Parts, picture: Media) -> None:
    assert await named(parts, hashes=True) == []


async def test_each_kind_of_difference_has_its_words(parts: Parts, actor: Actor, picture: Media) -> None:
    cut, changed = await added(parts, actor, seed=2), await added(parts, actor, seed=3)
    await parts.files.delete([f"renditions/{picture.id}/320.jpg"])
    await parts.files.write(f"originals/{cut.id}/{cut.original_id}", chunks(b"cut"))
    await parts.files.write(f"originals/{changed.id}/{changed.original_id}", chunks(b"x" * changed.bytes))
    stray = f"originals/{new_uuid()}/{new_uuid()}"
    await parts.files.write(stray, chunks(b"whose"))
    quick = [
        f"originals/{cut.id}/{cut.original_id}: not as many bytes as its row says",
        f"{stray}: no row",
        f"renditions/{picture.id}/320.jpg: no bytes",
    ]
    assert sorted(await named(parts)) == sorted(quick)
    thorough = [f"originals/{one.id}/{one.original_id}: not the bytes that came in" for one in (cut, changed)]
    assert sorted(await named(parts, hashes=True)) == sorted([*quick, *thorough])


async def test_a_piece_of_an_upload_that_is_lost_is_named(parts: Parts, actor: Actor) -> None:
    coming = await announced(parts, actor)
    here, lost = (Piece(first=first, bytes=2, original_id=OriginalId(new_uuid())) for first in (0, 2))
    async with parts.works.write() as work:
        ((upload_id,),) = [[one.id] for one in await work.uploads.expired(parts.clock.now() + UPLOAD_LIFE, 9)]
        for piece in (here, lost):
            await work.uploads.add_piece(upload_id, piece, parts.clock.now() + UPLOAD_LIFE)
    await parts.files.write(f"originals/{coming.id}/{here.original_id}", chunks(b"ab"))
    assert await named(parts) == [f"originals/{coming.id}/{lost.original_id}: no bytes"]


async def test_a_large_folder_is_looked_through_in_pages(
    parts: Parts, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    if await parts.files.free_bytes() is None:
        pytest.skip("a bucket brings its own pages")
    monkeypatch.setattr(folder_walk, "PAGE", 2)
    kept = [await added(parts, actor, seed=seed) for seed in range(7)]
    strays = [f"originals/{new_uuid()}/{new_uuid()}" for _ in range(6)]
    for key in strays:
        await parts.files.write(key, chunks(b"whose"))
    keys = [stored.key async for stored in parts.files.list()]
    assert keys == sorted([*strays, *(f"originals/{one.id}/{one.original_id}" for one in kept)])
    assert await named(parts) == [f"{key}: no row" for key in sorted(strays)]


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    key: str


async def stream(keys: str) -> AsyncGenerator[One, None]:
    for key in keys:
        yield One(key=key)


@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [("", "", ""), ("ab", "", "a- b-"), ("", "ab", "-a -b"), ("acd", "abd", "aa -b c- dd"), ("b", "ac", "-a b- -c")],
)
async def test_two_sorted_streams_are_walked_side_by_side(left: str, right: str, pairs: str) -> None:
    walked = [(one and one.key, other and other.key) async for one, other in in_step(stream(left), stream(right))]
    assert " ".join((one or "-") + (other or "-") for one, other in walked) == pairs
