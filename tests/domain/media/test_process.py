"""Processing when something happens meanwhile: another attempt, a deletion, a full disk."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from domain.accounts.actor import Actor, Scope
from domain.files import FileMissing, OutOfSpace
from domain.media.add_picture import add_picture
from domain.media.begin_upload import Announced
from domain.media.check import differences
from domain.media.delete import delete_media
from domain.media.media import Media, Status
from domain.media.process import MAX_ATTEMPTS, process
from domain.media.rendering import Rendered, Renderer
from scheduler.recover_uploads import STUCK_AFTER
from tests.conftest import MovableClock
from tests.painted import photograph
from tests.signed_in import add_person
from ui.parts import Parts
from ui.uploads.intake import intake_of


class Interrupted:
    """The real renderer, with something that happens just before it answers."""

    def __init__(self, renderer: Renderer, meanwhile: Callable[[], Awaitable[None]]) -> None:
        self._renderer = renderer
        self._meanwhile = meanwhile

    async def start(self) -> None:
        await self._renderer.start()

    async def render(self, original: Path, into: Path) -> Rendered:
        rendered = await self._renderer.render(original, into)
        await self._meanwhile()
        return rendered

    async def close(self) -> None:
        await self._renderer.close()


@pytest.fixture
async def actor(parts: Parts) -> Actor:
    return Actor(account=await add_person(parts.works, parts, "anna"), scopes=frozenset(Scope), session_id=None)


@pytest.fixture
async def picture(parts: Parts, actor: Actor) -> Media:
    async def chunks() -> AsyncIterator[bytes]:
        yield photograph(width=700, seed=3)

    return await add_picture(intake_of(parts), actor, Announced(content_type="image/jpeg", filename="a.jpg"), chunks())


async def run(parts: Parts, picture: Media, meanwhile: Callable[[], Awaitable[None]] | None = None) -> None:
    renderer = parts.renderer if meanwhile is None else Interrupted(parts.renderer, meanwhile)
    await process(
        picture.id, works=parts.works, files=parts.files, renderer=renderer, clock=parts.clock, messages=parts.messages
    )


async def now_of(parts: Parts, picture: Media) -> Media | None:
    async with parts.works.read() as work:
        return await work.media.get(picture.id)


async def test_an_attempt_that_was_overtaken_leaves_alone_what_the_later_one_made(
    parts: Parts, picture: Media, clock: MovableClock
) -> None:
    async def another_attempt() -> None:
        clock.move(STUCK_AFTER)
        async with parts.works.write() as work:
            assert await work.processing.release_stuck(clock.now(), clock.now()) == 1
        await run(parts, picture)

    await run(parts, picture, another_attempt)
    done = await now_of(parts, picture)
    assert done is not None
    assert (done.status, done.attempts) == (Status.COMPLETED, 2)
    assert [one async for one in differences(parts.works, parts.files)] == []


async def test_an_attempt_that_was_overtaken_and_breaks_does_not_release_the_later_one(
    parts: Parts, picture: Media, clock: MovableClock
) -> None:
    async def another_claim() -> None:
        async with parts.works.write() as work:
            await work.processing.release_stuck(clock.now(), clock.now())
            assert await work.processing.claim(picture.id, clock.now()) is not None
        raise OutOfSpace

    with pytest.raises(OutOfSpace):
        await run(parts, picture, another_claim)
    now = await now_of(parts, picture)
    assert now is not None
    assert (now.status, now.attempts) == (Status.PROCESSING, 2)


@pytest.mark.parametrize("breaks", [False, True])
async def test_a_picture_deleted_while_it_is_processed_leaves_no_byte(
    parts: Parts, actor: Actor, picture: Media, breaks: bool
) -> None:
    async def delete() -> None:
        await delete_media(parts.works, parts.files, parts.clock, actor, picture.id)
        if breaks:
            await parts.files.write_from(f"renditions/{picture.id}/1.jpg", Path(__file__))
            raise OutOfSpace

    if breaks:
        with pytest.raises(OutOfSpace):
            await run(parts, picture, delete)
    else:
        await run(parts, picture, delete)
    assert [stored.key async for stored in parts.files.list()] == []


async def test_bytes_that_are_missing_because_the_picture_was_deleted_are_no_error(
    parts: Parts, actor: Actor, picture: Media
) -> None:
    async def delete() -> None:
        await delete_media(parts.works, parts.files, parts.clock, actor, picture.id)
        raise FileMissing

    await run(parts, picture, delete)


async def test_bytes_that_are_lost_are_an_error(parts: Parts, picture: Media) -> None:
    async def lose() -> None:
        raise FileMissing

    with pytest.raises(FileMissing):
        await run(parts, picture, lose)


async def test_a_full_disk_never_makes_a_picture_fail_however_long_it_lasts(parts: Parts, picture: Media) -> None:
    async def full() -> None:
        raise OutOfSpace

    for _ in range(MAX_ATTEMPTS + 2):
        with pytest.raises(OutOfSpace):
            await run(parts, picture, full)
    await run(parts, picture)
    done = await now_of(parts, picture)
    assert done is not None
    assert done.status is Status.COMPLETED
