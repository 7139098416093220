"""The pool of workers: pictures beside each other, deaths survived, cancelling that kills, nothing left behind."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from domain.files import FileMissing, OutOfSpace
from domain.media.compressions.recipe import Crop, Format, Recipe
from domain.media.rendering import NotAPicture, PictureTooSlow, Renderer, Rung, TooManyPixels
from storage.renditions.exchange import Request, read_answer, read_request, write_answer, write_request
from storage.renditions.picture import render_picture
from storage.renditions.pool import PictureWorkers
from tests.storage.renditions.painting import four_quarters, meadow, png_header, saved

T = TypeVar("T")


@pytest.fixture
async def workers() -> AsyncIterator[PictureWorkers]:
    pool = PictureWorkers(2)
    yield pool
    await pool.close()
    assert not _renderers()


def _renderers() -> list[int]:
    """Our child processes that render pictures."""
    tasks = Path("/proc/self/task").iterdir()
    children = [int(child) for task in tasks for child in _read(task / "children").split()]
    return [child for child in children if b"storage.renditions.worker" in _read(Path(f"/proc/{child}/cmdline"))]


def _read(proc: Path) -> bytes:
    try:
        return proc.read_bytes()
    except (FileNotFoundError, ProcessLookupError):  # a thread or a process that ended while we looked
        return b""


async def _until(holds: Callable[[], T]) -> T:
    for _ in range(2000):
        if seen := holds():
            return seen
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to hold")


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


async def test_a_worker_answers_as_the_same_code_does_here(tmp_path: Path, workers: PictureWorkers) -> None:
    renderer: Renderer = workers
    source = saved(meadow(2600, 1700), tmp_path / "a.jpg")
    await renderer.start()
    there = await renderer.render(source, _folder(tmp_path / "there"))
    here = render_picture(source, _folder(tmp_path / "here"))
    assert there.placeholder == here.placeholder
    assert [file.path.read_bytes() for file in there.files] == [file.path.read_bytes() for file in here.files]
    assert [file.path.parent for file in there.files] == [tmp_path / "there"] * 4


async def test_a_refusal_arrives_with_its_name_and_facts_and_the_worker_lives_on(
    tmp_path: Path, workers: PictureWorkers
) -> None:
    await workers.start()
    before = _renderers()
    (tmp_path / "a.jpg").write_bytes(b"Dear diary")
    (tmp_path / "b.jpg").write_bytes(png_header(20000, 20000))
    with pytest.raises(NotAPicture):
        await workers.render(tmp_path / "a.jpg", tmp_path)
    with pytest.raises(TooManyPixels) as refusal:
        await workers.render(tmp_path / "b.jpg", tmp_path)
    assert refusal.value.facts == {"megapixels": 400, "max_megapixels": 100}
    assert _renderers() == before


async def test_an_original_that_is_deleted_at_this_moment_is_missing_and_the_worker_lives_on(
    tmp_path: Path, workers: PictureWorkers
) -> None:
    await workers.start()
    before = _renderers()
    with pytest.raises(FileMissing):
        await workers.render(tmp_path / "a.jpg", tmp_path)
    with pytest.raises(FileMissing):
        await workers.lighten(tmp_path / "a.jpg", tmp_path, [Rung(width=320, height=240, bytes=9000)])
    assert _renderers() == before


async def test_no_more_pictures_than_workers_are_made_at_a_time(tmp_path: Path, workers: PictureWorkers) -> None:
    source = saved(four_quarters(1000, 700), tmp_path / "a.jpg")
    folders = [_folder(tmp_path / str(number)) for number in range(6)]
    made = await asyncio.gather(*(workers.render(source, folder) for folder in folders))
    assert [len(each.files) for each in made] == [3] * 6
    assert len(_renderers()) <= 2


async def _halted_worker() -> int:
    """The id of a worker, once there is one; it is halted, so that its work lasts as long as the test wants."""
    pid = (await _until(_renderers))[0]
    os.kill(pid, signal.SIGSTOP)
    return pid


async def test_cancelling_kills_the_worker(tmp_path: Path, workers: PictureWorkers) -> None:
    source = saved(four_quarters(500, 300), tmp_path / "a.jpg")
    work = asyncio.create_task(workers.render(source, tmp_path))
    pid = await _halted_worker()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    with pytest.raises(ProcessLookupError):  # a zombie would still be found
        os.kill(pid, 0)
    assert (await workers.render(source, tmp_path)).width == 500


async def test_a_worker_that_is_killed_once_is_replaced_and_the_picture_made(
    tmp_path: Path, workers: PictureWorkers
) -> None:
    source = saved(four_quarters(500, 300), tmp_path / "a.jpg")
    work = asyncio.create_task(workers.render(source, tmp_path))
    os.kill(await _halted_worker(), signal.SIGKILL)
    assert (await work).width == 500


async def test_a_worker_that_died_while_it_rested_is_not_asked(tmp_path: Path, workers: PictureWorkers) -> None:
    source = saved(four_quarters(500, 300), tmp_path / "a.jpg")
    await workers.render(source, tmp_path)
    os.kill(_renderers()[0], signal.SIGKILL)
    assert (await workers.render(source, tmp_path)).width == 500


async def test_a_picture_that_takes_too_long_ends_with_its_worker(tmp_path: Path) -> None:
    pool = PictureWorkers(1, seconds=0.001)
    with pytest.raises(PictureTooSlow):
        await pool.render(saved(meadow(3000, 2000), tmp_path / "a.jpg"), tmp_path)
    assert not _renderers()
    await pool.close()


async def test_a_worker_without_work_ends_by_itself(tmp_path: Path) -> None:
    pool = PictureWorkers(1, idle_seconds=0.001)
    await pool.render(saved(four_quarters(90, 60), tmp_path / "a.jpg"), tmp_path)
    await _until(lambda: not _renderers())
    await pool.close()


async def test_closing_ends_work_that_is_running(tmp_path: Path) -> None:
    pool = PictureWorkers(1)
    work = asyncio.create_task(pool.render(saved(four_quarters(500, 300), tmp_path / "a.jpg"), tmp_path))
    await _halted_worker()
    await pool.close()
    with pytest.raises(RuntimeError):
        await work
    with pytest.raises(RuntimeError):
        await pool.render(tmp_path / "a.jpg", tmp_path)
    assert not _renderers()


async def test_a_worker_knows_no_secret_and_is_polite_and_bounded(
    workers: PictureWorkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAMRA_SECRET", "hush")
    await workers.start()
    (pid,) = await _until(_renderers)
    assert b"hush" not in _read(Path(f"/proc/{pid}/environ"))
    await _until(lambda: b"unlimited" not in _address_space(pid))
    assert os.getpriority(os.PRIO_PROCESS, pid) >= 5


def _address_space(pid: int) -> bytes:
    lines = _read(Path(f"/proc/{pid}/limits")).splitlines()
    return next(line for line in lines if line.startswith(b"Max address space"))


def test_what_is_said_is_what_is_understood(tmp_path: Path) -> None:
    request = Request(original=tmp_path / "a\nb ü", into=tmp_path)
    assert write_request(request).count(b"\n") == 1
    assert read_request(write_request(request)) == request
    recipe = Recipe(format=Format.WEBP, crop=Crop(x=1, y=2, width=3, height=4), options={"effort": 6})
    of_a_copy = Request(original=tmp_path / "a", into=tmp_path, recipe=recipe)
    assert read_request(write_request(of_a_copy)) == of_a_copy
    rendered = render_picture(saved(meadow(64, 48), tmp_path / "a.jpg"), tmp_path)
    assert read_answer(write_answer(rendered), tmp_path) == rendered
    assert isinstance(read_answer(write_answer(OutOfSpace()), tmp_path), OutOfSpace)
    assert isinstance(read_answer(write_answer(FileMissing()), tmp_path), FileMissing)
    assert json.loads(write_answer(NotAPicture())) == {"refused": "not_a_picture", "facts": {}, "field": None}
