"""Pictures that still lack their lighter renditions get them: those of a lost job, and all from before."""

from datetime import timedelta

import pytest

from domain.accounts.actor import Actor
from domain.media.media import Media, Status
from scheduler.lighten_pictures import AGAIN_AFTER, lighten_pictures
from tests.conftest import MovableClock
from tests.scheduler.conftest import NotedQueue
from tests.scheduler.test_media_sweeps import added, run
from ui.parts import Parts


@pytest.fixture
async def completed(parts: Parts, actor: Actor) -> list[Media]:
    pictures = [await added(parts, actor, seed=seed) for seed in (1, 2)]
    for picture in pictures:
        await run(parts, picture)
    return pictures


async def test_the_newest_comes_first_once_its_own_job_must_have_been_lost(
    parts: Parts, queue: NotedQueue, clock: MovableClock, completed: list[Media]
) -> None:
    assert await lighten_pictures(parts.works, queue, clock) == 0
    clock.move(AGAIN_AFTER)
    assert await lighten_pictures(parts.works, queue, clock) == 2
    assert queue.noted == [str(picture.id) for picture in reversed(completed)]


async def test_an_attempt_that_began_lately_is_left_in_peace(
    parts: Parts, queue: NotedQueue, clock: MovableClock, completed: list[Media]
) -> None:
    clock.move(AGAIN_AFTER)
    async with parts.works.write() as work:
        assert await work.processing.claim_lighter(completed[1].id, clock.now(), attempts=3) is not None
    await lighten_pictures(parts.works, queue, clock)
    assert queue.noted == [str(completed[0].id)]


async def test_a_clock_that_was_ahead_makes_nobody_wait_for_days(
    parts: Parts, queue: NotedQueue, clock: MovableClock, completed: list[Media]
) -> None:
    clock.move(timedelta(days=-2))
    assert await lighten_pictures(parts.works, queue, clock) == len(completed)


async def test_pictures_that_cannot_be_seen_yet_are_none_of_its_business(
    parts: Parts, actor: Actor, queue: NotedQueue, clock: MovableClock
) -> None:
    waiting = await added(parts, actor)
    assert waiting.status is Status.UPLOADED
    clock.move(AGAIN_AFTER)
    assert await lighten_pictures(parts.works, queue, clock) == 0
