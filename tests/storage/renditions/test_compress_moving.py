"""A slider that moves: copies that nobody waits for any more, and a picture that stays decoded."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.media.compressions.recipe import Adjustment, Crop, Format, Recipe
from storage.renditions.compress import compress_picture
from storage.renditions.last_prepared import LastPrepared
from storage.renditions.pool import PictureWorkers
from tests.storage.renditions.painting import four_quarters, meadow, saved


@pytest.fixture
async def workers() -> AsyncIterator[PictureWorkers]:
    pool = PictureWorkers(1, grace_seconds=20)
    yield pool
    await pool.close()


async def test_a_copy_that_is_cancelled_shortly_before_its_end_leaves_the_worker_for_the_next(
    tmp_path: Path, workers: PictureWorkers
) -> None:
    source = saved(four_quarters(300, 200), tmp_path / "a.jpg")
    await workers.compress(source, Recipe(), tmp_path)
    before = workers.pids
    moving = asyncio.create_task(workers.compress(source, Recipe(quality=40), tmp_path))
    await asyncio.sleep(0)  # it is asked
    moving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await moving
    assert (await workers.compress(source, Recipe(quality=30), tmp_path)).quality == 30
    assert workers.pids == before


async def test_a_copy_that_is_cancelled_long_before_its_end_is_killed(tmp_path: Path) -> None:
    workers = PictureWorkers(1, grace_seconds=0.01)
    source = saved(four_quarters(300, 200), tmp_path / "a.jpg")
    await workers.start()
    (pid,) = workers.pids
    os.kill(pid, signal.SIGSTOP)  # its work lasts for ever
    moving = asyncio.create_task(workers.compress(source, Recipe(), tmp_path))
    await asyncio.sleep(0)
    moving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await moving
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert (await workers.compress(source, Recipe(), tmp_path)).width == 300
    await workers.close()


async def test_a_picture_goes_back_to_the_worker_that_has_it_decoded(tmp_path: Path) -> None:
    pool = PictureWorkers(2)
    one, other = (saved(meadow(width, 200), tmp_path / f"{width}.jpg") for width in (300, 310))
    await pool.start()
    (first,) = pool.pids
    os.kill(first, signal.SIGSTOP)
    halted = asyncio.create_task(pool.compress(one, Recipe(), tmp_path))
    await asyncio.sleep(0)
    await pool.compress(other, Recipe(), tmp_path)
    os.kill(first, signal.SIGCONT)
    await halted  # and so it is the one that rests on top
    os.kill(first, signal.SIGSTOP)
    assert (await pool.compress(other, Recipe(quality=50), tmp_path)).width == 310
    await pool.close()


def test_only_the_last_picture_is_kept_and_only_while_it_is_wanted_in_the_same_way(tmp_path: Path) -> None:
    source, other = saved(meadow(300, 200), tmp_path / "a.jpg"), saved(meadow(300, 200), tmp_path / "b.jpg")
    last = LastPrepared()
    _, prepared = last.take(source, Recipe(quality=50))
    assert last.take(source, Recipe(quality=80))[1] is prepared
    assert last.take(source, Recipe(target_bytes=80_000))[1] is prepared
    for changed in (
        Recipe(width=100),
        Recipe(rotate=90),
        Recipe(crop=Crop(x=0, y=0, width=30, height=30)),
        Recipe(adjust=Adjustment(light=0.1)),
        Recipe(format=Format.WEBP),
    ):
        before = last.take(source, Recipe())[1]
        assert last.take(source, changed)[1] is not before
    assert last.take(other, Recipe())[1] is not last.take(source, Recipe())[1]


def test_a_file_that_was_replaced_under_its_name_is_read_again(tmp_path: Path) -> None:
    last = LastPrepared()
    source = saved(meadow(300, 200), tmp_path / "a.jpg")
    assert compress_picture(source, Recipe(), tmp_path, last).width == 300
    saved(meadow(240, 200), tmp_path / "b.jpg").replace(source)
    assert compress_picture(source, Recipe(), tmp_path, last).width == 240
