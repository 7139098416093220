"""What every queue of jobs must do."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from uuid import UUID, uuid4

import pytest

from domain.queue import Queue

WITHIN = 10  # seconds until a test gives up on a job; starting one takes milliseconds


class Bench:
    """Jobs that note when they begin, and end when told."""

    def __init__(self) -> None:
        self.begun: asyncio.Queue[UUID] = asyncio.Queue()
        self.may_end = asyncio.Semaphore(0)
        self.cancelled: list[UUID] = []

    async def note(self, subject: UUID) -> None:
        self.begun.put_nowait(subject)

    async def hold(self, subject: UUID) -> None:
        self.begun.put_nowait(subject)
        try:
            await self.may_end.acquire()
        except asyncio.CancelledError:
            self.cancelled.append(subject)
            raise

    async def fail(self, subject: UUID) -> None:
        raise ZeroDivisionError("this one cannot be done")

    @property
    def jobs(self) -> dict[str, Callable[[UUID], Awaitable[None]]]:
        holding = {"hold": self.hold, "last and hold": self.hold}
        return {"note": self.note, "last": self.note, "fail": self.fail, **holding}

    async def next(self) -> UUID:
        async with asyncio.timeout(WITHIN):
            return await self.begun.get()


@pytest.fixture
def bench() -> Bench:
    return Bench()


async def test_a_job_is_done_for_its_subject(queue: Queue, bench: Bench) -> None:
    await queue.start(bench.jobs, 1)
    subject = uuid4()
    await queue.put("note", subject)
    assert await bench.next() == subject


async def test_what_was_put_before_the_start_is_done(queue: Queue, bench: Bench) -> None:
    subject = uuid4()
    await queue.put("note", subject)
    await queue.start(bench.jobs, 1)
    assert await bench.next() == subject


async def test_urgent_ones_come_first_and_then_the_oldest(queue: Queue, bench: Bench) -> None:
    later, soon = [uuid4() for _ in range(3)], [uuid4() for _ in range(3)]
    for subject in later:
        await queue.put("note", subject, urgent=False)
    for subject in soon:
        await queue.put("note", subject)
    await queue.start(bench.jobs, 1)
    assert [await bench.next() for _ in range(6)] == soon + later


async def test_putting_one_that_waits_again_changes_nothing(queue: Queue, bench: Bench) -> None:
    once, last = uuid4(), uuid4()
    await asyncio.gather(*(queue.put("note", once) for _ in range(5)))
    await queue.put("note", last)
    await queue.start(bench.jobs, 1)
    assert [await bench.next(), await bench.next()] == [once, last]


async def test_another_job_for_the_same_subject_is_done_too(queue: Queue, bench: Bench) -> None:
    subject = uuid4()
    await queue.put("note", subject)
    await queue.put("hold", subject)
    await queue.start(bench.jobs, 1)
    assert [await bench.next(), await bench.next()] == [subject, subject]


async def test_one_that_runs_can_be_put_again(queue: Queue, bench: Bench) -> None:
    await queue.start(bench.jobs, 1)
    subject = uuid4()
    await queue.put("hold", subject)
    assert await bench.next() == subject
    await queue.put("hold", subject)
    bench.may_end.release()
    assert await bench.next() == subject


async def test_no_more_run_at_a_time_than_said(queue: Queue, bench: Bench) -> None:
    await queue.start(bench.jobs, 2)
    for _ in range(4):
        await queue.put("hold", uuid4())
    await bench.next()
    await bench.next()
    await queue.probe()
    assert bench.begun.empty()
    bench.may_end.release()
    await bench.next()
    assert bench.begun.empty()


async def test_what_runs_in_the_background_takes_nobody_s_place(queue: Queue, bench: Bench) -> None:
    await queue.start(bench.jobs, 1)
    behind, in_front = uuid4(), [uuid4() for _ in range(3)]
    await queue.put("last and hold", behind, urgent=False)
    assert await bench.next() == behind
    for subject in in_front:
        await queue.put("note", subject)
    assert [await bench.next() for _ in in_front] == in_front
    assert not bench.cancelled


async def test_the_background_waits_until_nothing_else_runs_or_waits(queue: Queue, bench: Bench) -> None:
    await queue.start(bench.jobs, 1)
    running, waiting, behind = uuid4(), uuid4(), uuid4()
    await queue.put("hold", running)
    assert await bench.next() == running
    await queue.put("last", behind, urgent=False)
    await queue.put("hold", waiting)
    bench.may_end.release()
    assert await bench.next() == waiting
    assert bench.begun.empty()
    bench.may_end.release()
    assert await bench.next() == behind


async def test_one_runs_at_a_time_in_the_background_and_is_cancelled_by_closing(queue: Queue, bench: Bench) -> None:
    await queue.start(bench.jobs, 3)
    running, waiting, other = uuid4(), uuid4(), uuid4()
    await queue.put("last and hold", running, urgent=False)
    await queue.put("last and hold", waiting, urgent=False)
    assert await bench.next() == running
    await queue.put("note", other)
    assert await bench.next() == other
    assert bench.begun.empty()
    async with asyncio.timeout(WITHIN):
        await queue.close()
    assert bench.cancelled == [running]


@pytest.mark.parametrize("job", ["fail", "unknown"])
async def test_one_that_raises_is_logged_and_forgotten(
    queue: Queue, bench: Bench, caplog: pytest.LogCaptureFixture, job: str
) -> None:
    await queue.start(bench.jobs, 1)
    failing, next_one = uuid4(), uuid4()
    with caplog.at_level(logging.ERROR):
        await queue.put(job, failing)
        await queue.put("note", next_one)
        assert await bench.next() == next_one
    [record] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert job in record.getMessage()
    assert str(failing) in record.getMessage()
    assert record.exc_info
    assert bench.begun.empty()


async def test_closing_cancels_what_runs(queue: Queue, bench: Bench) -> None:
    await queue.start(bench.jobs, 1)
    running, waiting = uuid4(), uuid4()
    await queue.put("hold", running)
    await queue.put("note", waiting)
    await bench.next()
    async with asyncio.timeout(WITHIN):
        await queue.close()
    assert bench.cancelled == [running]
    assert bench.begun.empty()


async def test_the_probe_fails_once_it_is_closed(queue: Queue, bench: Bench) -> None:
    await queue.start(bench.jobs, 1)
    await queue.probe()
    await queue.close()
    with pytest.raises(Exception, match=r"."):
        await queue.probe()
