"""Kept copies through crashes and sweeps: no bytes without a row, no row without bytes."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from domain.accounts.actor import Actor
from domain.files import Files, Written
from domain.ids import new_uuid
from domain.media.check import differences
from domain.media.compressions.compression import Compression, TooManyCompressions
from domain.media.compressions.few_at_once import FewAtOnce
from domain.media.compressions.keep import keep_copy
from domain.media.compressions.recipe import Recipe
from domain.media.compressions.workshop import Workshop
from domain.media.delete import delete_media
from domain.media.keys import compression_key
from domain.media.media import Media, MediaNotFound
from scheduler.finish_deletions import finish_deletions
from scheduler.remove_strays import remove_strays
from tests.scheduler.test_media_sweeps import added, chunks, run
from ui.api.workshop import workshop_of
from ui.parts import Parts


@pytest.fixture
async def picture(parts: Parts, actor: Actor) -> Media:
    media = await added(parts, actor)
    await run(parts, media)
    return media


async def kept(parts: Parts, actor: Actor, media: Media, width: int = 100) -> Compression:
    copy, is_new = await keep_copy(workshop_of(parts), actor, media.id, Recipe(width=width))
    assert is_new
    return copy


async def copies(parts: Parts) -> list[str]:
    return [stored.key async for stored in parts.files.list("compressions/")]


async def wrong(parts: Parts) -> list[str]:
    return [str(one) async for one in differences(parts.works, parts.files)]


async def test_a_kept_copy_is_right_and_no_stray(parts: Parts, actor: Actor, picture: Media) -> None:
    copy = await kept(parts, actor, picture)
    assert await wrong(parts) == []
    assert await remove_strays(parts.works, parts.files) == 0
    assert await copies(parts) == [compression_key(picture.id, copy.id)]


async def test_bytes_without_a_row_and_rows_without_bytes_are_named_and_strays_go(
    parts: Parts, actor: Actor, picture: Media
) -> None:
    lost = compression_key(picture.id, (await kept(parts, actor, picture)).id)
    await parts.files.delete([lost])
    never, nobody_s = (f"compressions/{media_id}/{new_uuid()}" for media_id in (picture.id, new_uuid()))
    for key in (never, nobody_s):  # as a crash leaves them between the bytes and their row
        await parts.files.write(key, chunks(b"whose"))
    assert sorted(await wrong(parts)) == sorted([f"{lost}: no bytes", f"{never}: no row", f"{nobody_s}: no row"])
    assert await remove_strays(parts.works, parts.files) == 2
    assert await copies(parts) == []


async def test_a_deletion_that_a_crash_cut_short_is_finished(parts: Parts, actor: Actor, picture: Media) -> None:
    copy, other = await kept(parts, actor, picture), await kept(parts, actor, picture, 101)
    async with parts.works.write() as work:
        assert await work.compressions.mark_gone(picture.id, copy.id, parts.clock.now())
    again = await kept(parts, actor, picture)  # nobody waits for the sweep to have the same once more
    assert await finish_deletions(parts.works, parts.files) == 1
    assert await copies(parts) == [compression_key(picture.id, one.id) for one in (other, again)]
    assert await wrong(parts) == []


class _Changed:
    """The real files, but that something happens right after the first write."""

    def __init__(self, files: Files, happens: Any) -> None:
        self._files = files
        self._happens = happens

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)

    async def write_from(self, key: str, source: Path) -> Written:
        written = await self._files.write_from(key, source)
        happens, self._happens = self._happens, None
        if happens is not None:
            await happens()
        return written


def with_files(parts: Parts, happens: Any) -> Workshop:
    files: Any = _Changed(parts.files, happens)
    return replace(workshop_of(parts), files=files)


async def test_a_sweep_between_the_bytes_and_their_row_takes_neither(
    parts: Parts, actor: Actor, picture: Media
) -> None:
    async def sweep() -> None:
        assert await remove_strays(parts.works, parts.files) == 1

    copy, is_new = await keep_copy(with_files(parts, sweep), actor, picture.id, Recipe(width=100))
    assert is_new
    assert await copies(parts) == [compression_key(picture.id, copy.id)]
    assert await wrong(parts) == []


async def test_a_copy_of_a_picture_that_goes_meanwhile_leaves_nothing(
    parts: Parts, actor: Actor, picture: Media
) -> None:
    async def delete() -> None:
        await delete_media(parts.works, parts.files, parts.clock, actor, picture.id)

    with pytest.raises(MediaNotFound):
        await keep_copy(with_files(parts, delete), actor, picture.id, Recipe(width=100))
    assert await copies(parts) == []


async def test_the_last_place_taken_meanwhile_refuses_and_leaves_nothing(
    parts: Parts, actor: Actor, picture: Media
) -> None:
    async def take() -> None:
        await kept(parts, actor, picture, 101)

    workshop = replace(with_files(parts, take), most=1, places=FewAtOnce(1))
    with pytest.raises(TooManyCompressions):
        await keep_copy(workshop, actor, picture.id, Recipe(width=9))
    assert len(await copies(parts)) == 1


async def test_a_limit_of_none_is_no_limit_and_a_full_picture_works_nothing_out(
    parts: Parts, actor: Actor, picture: Media
) -> None:
    workshop = replace(workshop_of(parts), most=0)
    for width in range(20, 32):
        await keep_copy(workshop, actor, picture.id, Recipe(width=width))
    unreachable = FewAtOnce(0)  # who waits there has not looked whether there is room
    with pytest.raises(TooManyCompressions):
        await keep_copy(replace(workshop, most=10, places=unreachable), actor, picture.id, Recipe(width=50))
