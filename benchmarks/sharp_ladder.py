"""How many pictures a second of processor time makes the whole JPEG ladder of, against sharp.

Both get the same baseline JPEG of 12 megapixels by its path and write files. Ours is made by a worker as in the
application, all its work included (facts, placeholder); sharp's by one resize per size, as its users write it, with
its own number of threads. Both are warm, take turns, and are charged user and system time of all their threads.
"""

import asyncio
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure, as_table, at_least, for_information
from benchmarks.photographs import from_a_camera
from benchmarks.processor_time import processor_seconds
from benchmarks.sharp_process import SharpMissing, SharpProcess, sharp_process
from domain.media.rendering import Rendered
from storage.renditions.exchange import Request
from storage.renditions.worker_process import WorkerProcess

_ROUNDS = 25
_WARM_UP = 3
_NOMINAL = (2048, 1280, 640, 320)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turns:
    """Seconds of processor time for each ladder, and the longest sides of ours."""

    sizes: Sequence[int]
    ours: list[float] = field(default_factory=list)
    same: list[float] = field(default_factory=list)
    nominal: list[float] = field(default_factory=list)


def measure() -> list[Figure]:
    """The ratio of pictures per second of processor time, and what it is made of; nothing where sharp is missing."""
    try:
        turns = asyncio.run(_measure())
    except SharpMissing as error:
        sys.stderr.write(f"no figures against sharp: {error}\n")
        return []
    ours, same, nominal = map(_warm_median, (turns.ours, turns.same, turns.nominal))
    what = "JPEG ladders of 12 MP in a second of processor time"
    sizes = f"both of {', '.join(map(str, turns.sizes))} pixels and quality 80; medians of {_ROUNDS} turns"
    larger = f"sharp's of {', '.join(map(str, _NOMINAL))} pixels; ours has the half of the original on top"
    return [
        at_least(f"{what}: Kamra against sharp", same / ours, 2, "×", sizes),
        for_information(f"{what}: Kamra against sharp, usual sizes", nominal / ours, "×", larger),
        for_information(f"{what}: Kamra", 1 / ours, "pictures", "a worker, facts and placeholder included"),
        for_information(f"{what}: sharp", 1 / same, "pictures", "as many threads as it takes by itself"),
    ]


async def _measure() -> _Turns:
    worker = await WorkerProcess.start()
    try:
        async with sharp_process() as sharp:
            with TemporaryDirectory() as folder:
                return await _taken(worker, sharp, Path(folder))
    finally:
        await worker.kill()


async def _taken(worker: WorkerProcess, sharp: SharpProcess, folder: Path) -> _Turns:
    photograph = folder / "photograph.jpg"
    photograph.write_bytes(next(from_a_camera()))
    request = Request.about(photograph, folder)
    made = await worker.ask(request)
    assert isinstance(made, Rendered), made
    turns = _Turns(sizes=[max(file.width, file.height) for file in made.files])
    for _ in range(_WARM_UP + _ROUNDS):
        before = processor_seconds(worker.pid)
        await worker.ask(request)
        turns.ours.append(processor_seconds(worker.pid) - before)
        turns.same.append(await _sharps(sharp, photograph, folder, turns.sizes))
        turns.nominal.append(await _sharps(sharp, photograph, folder, _NOMINAL))
    return turns


async def _sharps(sharp: SharpProcess, photograph: Path, folder: Path, sizes: Sequence[int]) -> float:
    before = processor_seconds(sharp.pid)
    await sharp.make(photograph, folder, sizes)
    return processor_seconds(sharp.pid) - before


def _warm_median(seconds: list[float]) -> float:
    return statistics.median(seconds[_WARM_UP:])


if __name__ == "__main__":
    print(as_table(measure()))
