"""Sweeps run at the start or soon after and again; one failing keeps no other; only whose turn it is runs one."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from scheduler.timetable import SchedulerDown, Timetable
from tests.conftest import MovableClock


class Turns:
    """Whose turn it is, as the test says."""

    def __init__(self, ours: bool = True) -> None:
        self.ours = ours

    @asynccontextmanager
    async def take(self, name: str) -> AsyncIterator[bool]:
        yield self.ours


class Counted:
    """A sweep that counts its runs and may fail."""

    def __init__(self, failing: int = 0) -> None:
        self.runs = 0
        self.failing = failing
        self.once, self.often = asyncio.Event(), asyncio.Event()

    async def __call__(self) -> int:
        self.runs += 1
        self.once.set()
        if self.runs >= 2:
            self.often.set()
        if self.runs <= self.failing:
            raise OSError("the disk is away")
        return self.runs


def timetable(clock: MovableClock, turns: Turns | None = None, **sweeps: Counted) -> Timetable:
    return Timetable(
        sweeps, turns=turns or Turns(), clock=clock, every=timedelta(milliseconds=50), seldom=frozenset({"seldom"})
    )


async def test_every_sweep_runs_at_the_start_and_again_those_that_look_at_everything_but_once_a_day(
    clock: MovableClock,
) -> None:
    often, seldom = Counted(), Counted()
    table = timetable(clock, often=often, seldom=seldom)
    table.start()
    async with asyncio.timeout(30):
        await often.often.wait()
        await seldom.once.wait()
    await table.close()
    assert seldom.runs == 1
    assert set(table.last_success) == {"often", "seldom"}


async def test_those_that_look_at_everything_wait_until_the_start_is_over(clock: MovableClock) -> None:
    others, seldom = Counted(), Counted()
    sweeps = {"seldom": seldom, "others": others}
    table = Timetable(sweeps, turns=Turns(), clock=clock, every=timedelta(hours=1), seldom=frozenset({"seldom"}))
    table.start()
    async with asyncio.timeout(30):
        await others.once.wait()
    await table.close()
    assert seldom.runs == 0


async def test_a_sweep_that_fails_is_logged_and_tried_again(
    clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    failing = Counted(failing=1)
    table = timetable(clock, failing=failing)
    with caplog.at_level(logging.ERROR, "kamra.sweeps"):
        assert await table.run("failing") is None
    assert "the sweep failing failed" in caplog.text
    assert table.last_success == {}
    assert await table.run("failing") == 2
    assert set(table.last_success) == {"failing"}


async def test_a_sweep_that_another_process_runs_is_left_to_it(clock: MovableClock) -> None:
    counted = Counted()
    table = timetable(clock, Turns(ours=False), counted=counted)
    assert await table.run("counted") is None
    assert (counted.runs, table.last_success) == (0, {})


async def test_the_timetable_says_when_no_sweep_would_run(clock: MovableClock) -> None:
    table = timetable(clock, counted=Counted())
    with pytest.raises(SchedulerDown):
        await table.probe()
    table.start()
    await table.probe()
    await table.close()
    with pytest.raises(SchedulerDown):
        await table.probe()


async def test_closing_waits_for_the_sweep_that_is_running(clock: MovableClock) -> None:
    began, ended = asyncio.Event(), asyncio.Event()

    async def slow() -> int:
        began.set()
        for _ in range(20):
            await asyncio.sleep(0)
        ended.set()
        return 1

    table = Timetable({"slow": slow}, turns=Turns(), clock=clock, every=timedelta(hours=1))
    table.start()
    async with asyncio.timeout(30):
        await began.wait()
    await table.close()
    assert ended.is_set()
