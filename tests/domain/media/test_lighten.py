"""Lighter renditions of pictures that can be seen already, whatever happens meanwhile."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path

import pytest

from domain.accounts.actor import Actor, Scope
from domain.files import OutOfSpace
from domain.media.add_picture import add_picture
from domain.media.begin_upload import Announced
from domain.media.check import differences
from domain.media.delete import delete_media
from domain.media.lighten import MAX_ATTEMPTS, lighten
from domain.media.media import Media, Status
from domain.media.process import process
from domain.media.rendering import LighterRenderer, PictureTooSlow, RenderedFile, Rung
from storage.renditions.lighter import lighter_pictures
from tests.conftest import MovableClock
from tests.painted import photograph
from tests.signed_in import add_person
from ui.app import opened_parts
from ui.parts import Parts
from ui.settings import Settings
from ui.uploads.intake import intake_of


class Here:
    """The real encoder without a process around it, with something that happens just before it answers."""

    def __init__(self, meanwhile: Callable[[], Awaitable[None]] | None = None) -> None:
        self._meanwhile = meanwhile
        self.asked = 0

    async def lighten(self, original: Path, into: Path, rungs: Sequence[Rung]) -> tuple[RenderedFile, ...]:
        self.asked += 1
        made = lighter_pictures(original, into, rungs)
        if self._meanwhile is not None:
            await self._meanwhile()
        return made


async def full() -> None:
    raise OutOfSpace


async def broken() -> None:
    raise RuntimeError("a picture worker failed")


async def too_slow() -> None:
    raise PictureTooSlow


@pytest.fixture
async def parts(settings: Settings, clock: MovableClock) -> AsyncIterator[Parts]:
    async with opened_parts(settings, role="command", clock=clock, ticking=False, password_rounds=4) as opened:
        yield opened


@pytest.fixture
async def actor(parts: Parts) -> Actor:
    return Actor(account=await add_person(parts.works, parts, "anna"), scopes=frozenset(Scope), session_id=None)


@pytest.fixture
async def picture(parts: Parts, actor: Actor) -> Media:
    async def chunks() -> AsyncIterator[bytes]:
        yield photograph(width=700, seed=3)

    added = await add_picture(intake_of(parts), actor, Announced(content_type="image/jpeg", filename="a.jpg"), chunks())
    status = await process(
        added.id,
        works=parts.works,
        files=parts.files,
        renderer=parts.renderer,
        clock=parts.clock,
        messages=parts.messages,
    )
    assert status is Status.COMPLETED
    return await now_of(parts, added)


async def now_of(parts: Parts, picture: Media) -> Media:
    async with parts.works.read() as work:
        found = await work.media.get(picture.id)
    assert found is not None
    return found


async def run(parts: Parts, picture: Media, renderer: LighterRenderer) -> None:
    await lighten(picture.id, works=parts.works, files=parts.files, renderer=renderer, clock=parts.clock)


async def keys(parts: Parts) -> list[str]:
    return sorted([stored.key async for stored in parts.files.list()])


async def lacks_them(parts: Parts, picture: Media) -> bool:
    now = parts.clock.now()
    async with parts.works.read() as work:
        return picture.id in await work.processing.without_lighter(now, now, 9)


async def consistent(parts: Parts) -> bool:
    return [one async for one in differences(parts.works, parts.files)] == []


async def test_each_size_is_there_once_more_behind_its_jpeg(parts: Parts, picture: Media) -> None:
    assert await lacks_them(parts, picture)
    await run(parts, picture, Here())
    done = await now_of(parts, picture)
    assert [(one.width, one.content_type) for one in done.renditions] == [
        (width, kind) for width in (700, 640, 320) for kind in ("image/jpeg", "image/avif")
    ]
    assert f"renditions/{picture.id}/640.avif" in await keys(parts)
    assert await consistent(parts)
    assert not await lacks_them(parts, picture)


async def test_they_are_made_once(parts: Parts, picture: Media) -> None:
    renderer = Here()
    await asyncio.gather(*(run(parts, picture, renderer) for _ in range(2)))
    await run(parts, picture, renderer)
    assert len((await now_of(parts, picture)).renditions) == 6
    assert renderer.asked <= 2
    assert await consistent(parts)


@pytest.mark.parametrize("breaks", [False, True])
async def test_a_deletion_meanwhile_wins(parts: Parts, actor: Actor, picture: Media, breaks: bool) -> None:
    async def delete() -> None:
        await delete_media(parts.works, parts.files, parts.clock, actor, picture.id)
        if breaks:
            await parts.files.write_from(f"renditions/{picture.id}/1.avif", Path(__file__))
            raise OutOfSpace

    if breaks:
        with pytest.raises(OutOfSpace):
            await run(parts, picture, Here(delete))
    else:
        await run(parts, picture, Here(delete))
    assert await keys(parts) == []


async def test_a_later_attempt_wins_over_an_earlier_one_that_still_runs(parts: Parts, picture: Media) -> None:
    async def another() -> None:
        await run(parts, picture, Here())

    await run(parts, picture, Here(another))
    assert len((await now_of(parts, picture)).renditions) == 6
    assert await consistent(parts)


async def test_a_picture_that_ends_the_program_each_time_is_let_alone_at_last(
    parts: Parts, picture: Media, clock: MovableClock
) -> None:
    for _ in range(MAX_ATTEMPTS):
        async with parts.works.write() as work:  # and then the program is gone
            assert await work.processing.claim_lighter(picture.id, clock.now(), attempts=MAX_ATTEMPTS) is not None
    renderer = Here()
    assert await lacks_them(parts, picture)
    await run(parts, picture, renderer)
    assert renderer.asked == 0
    assert not await lacks_them(parts, picture)
    assert (await now_of(parts, picture)).status is Status.COMPLETED


async def test_an_error_that_may_be_the_picture_s_fault_is_tried_three_times(parts: Parts, picture: Media) -> None:
    renderer = Here(broken)
    for _ in range(MAX_ATTEMPTS):
        with pytest.raises(RuntimeError):
            await run(parts, picture, renderer)
    await run(parts, picture, renderer)
    assert renderer.asked == MAX_ATTEMPTS
    assert not await lacks_them(parts, picture)


async def test_a_full_disk_and_an_ending_program_use_no_attempt_up(parts: Parts, picture: Media) -> None:
    for _ in range(MAX_ATTEMPTS + 1):
        with pytest.raises(OutOfSpace):
            await run(parts, picture, Here(full))
    for _ in range(MAX_ATTEMPTS + 1):
        begun = asyncio.Event()

        async def hold(begun: asyncio.Event = begun) -> None:
            begun.set()
            await asyncio.Event().wait()

        running = asyncio.create_task(run(parts, picture, Here(hold)))
        await begun.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    await run(parts, picture, Here())
    assert len((await now_of(parts, picture)).renditions) == 6


async def test_one_that_cannot_be_made_lighter_stays_as_it_is(parts: Parts, picture: Media) -> None:
    await run(parts, picture, Here(too_slow))
    assert (await now_of(parts, picture)).renditions == picture.renditions
    assert (await now_of(parts, picture)).status is Status.COMPLETED
    assert not await lacks_them(parts, picture)


async def test_bytes_of_lighter_ones_are_strays_only_when_no_more_of_them_may_come(
    parts: Parts, picture: Media
) -> None:
    left_behind = f"renditions/{picture.id}/5.avif"
    await parts.files.write_from(left_behind, Path(__file__))
    assert await consistent(parts)
    await run(parts, picture, Here(too_slow))
    assert [str(one) async for one in differences(parts.works, parts.files)] == [f"{left_behind}: no row"]
