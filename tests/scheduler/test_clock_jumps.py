"""The clock is set forward or back by two days: nothing is purged early, locked for ever, or revived (H78)."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from types import SimpleNamespace

import apscheduler.schedulers.base
import pytest

import scheduler.clock_jumps
import scheduler.timetable
from domain.accounts.actor import Actor
from domain.ids import new_uuid
from domain.media.process import turn_of
from scheduler.expire_sessions import expire_sessions
from scheduler.expire_uploads import expire_uploads
from scheduler.recover_uploads import recover_interrupted, recover_uploads
from scheduler.remove_strays import remove_strays
from scheduler.timetable import Timetable
from storage.database.turns import DatabaseTurns
from tests.conftest import MovableClock
from tests.scheduler.conftest import NotedQueue
from tests.scheduler.test_media_sweeps import added, announced, claim, now_of
from tests.scheduler.test_timetable import Counted, Turns
from ui.parts import Parts

TWO_DAYS = timedelta(days=2)


class MachineClock:
    """The time of day of this process, as far as the scheduler and its timetable look at it."""

    def __init__(self) -> None:
        self.moved = timedelta(0)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> MachineClock:
    machine = MachineClock()

    class Moved(datetime):
        @classmethod
        def now(cls, tz=None) -> datetime:
            return datetime.now(tz) + machine.moved

    for module in (apscheduler.schedulers.base, scheduler.timetable):
        monkeypatch.setattr(module, "datetime", Moved)
    moved = SimpleNamespace(time=lambda: time.time() + machine.moved.total_seconds(), monotonic=time.monotonic)
    monkeypatch.setattr(scheduler.clock_jumps, "time", moved)
    return machine


@pytest.mark.parametrize("jump", [TWO_DAYS, -TWO_DAYS, timedelta(days=20_000)])
async def test_sweeps_go_on_when_the_machine_s_clock_is_set(
    clock: MovableClock, machine: MachineClock, jump: timedelta
) -> None:
    counted = Counted()
    table = Timetable({"often": counted}, turns=Turns(), clock=clock, every=timedelta(milliseconds=50))
    table.start()
    async with asyncio.timeout(30):
        await counted.often.wait()
        machine.moved = jump
        for _ in range(3):
            counted.often.clear()
            await counted.often.wait()
    await table.close()


async def test_a_picture_that_is_being_processed_is_left_to_whoever_does_it(
    parts: Parts, actor: Actor, queue: NotedQueue, clock: MovableClock, turns: DatabaseTurns
) -> None:
    media = await added(parts, actor)
    async with turns.take(turn_of(media.id)):
        assert await claim(parts, media) is not None
        for jump in (TWO_DAYS, -2 * TWO_DAYS):
            clock.move(jump)
            assert await recover_uploads(parts.works, queue, clock, turns) == 0
    assert await recover_uploads(parts.works, queue, clock, turns) == 1


async def test_what_waits_since_a_time_to_come_waits_no_longer(
    parts: Parts, actor: Actor, queue: NotedQueue, clock: MovableClock, turns: DatabaseTurns
) -> None:
    clock.move(TWO_DAYS)
    waiting, interrupted = await added(parts, actor), await added(parts, actor, seed=2)
    await claim(parts, interrupted)
    clock.move(-TWO_DAYS)
    assert await recover_interrupted(parts.works, clock) == 1
    assert await recover_uploads(parts.works, queue, clock, turns) == 2
    assert set(queue.noted) == {str(waiting.id), str(interrupted.id)}


async def test_a_file_that_is_being_written_outlives_sweeps_at_any_time(parts: Parts, clock: MovableClock) -> None:
    begun, sweep_over = asyncio.Event(), asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        yield bytes(2 << 20)
        begun.set()
        await sweep_over.wait()
        yield b"the rest"

    key = f"originals/{new_uuid()}/{new_uuid()}"
    writing = asyncio.create_task(parts.files.write(key, slow()))
    await begun.wait()
    for jump in (TWO_DAYS, -2 * TWO_DAYS):
        clock.move(jump)
        await remove_strays(parts.works, parts.files)
    sweep_over.set()
    assert (await writing).bytes == (2 << 20) + 8


async def test_what_went_while_the_clock_was_ahead_does_not_come_back(
    parts: Parts, actor: Actor, clock: MovableClock
) -> None:
    kept, coming = await added(parts, actor), await announced(parts, actor)
    clock.move(TWO_DAYS)
    await expire_uploads(parts.works, parts.files, parts.messages, clock)
    clock.move(-TWO_DAYS)
    assert await now_of(parts, coming) is None
    assert await now_of(parts, kept) is not None


async def test_nothing_goes_early_when_the_clock_is_behind(parts: Parts, actor: Actor, clock: MovableClock) -> None:
    kept, coming = await added(parts, actor), await announced(parts, actor)
    clock.move(-TWO_DAYS)
    assert await expire_uploads(parts.works, parts.files, parts.messages, clock) == 0
    assert await expire_sessions(parts.works, clock) == 0
    assert await now_of(parts, coming) is not None
    assert await now_of(parts, kept) is not None
