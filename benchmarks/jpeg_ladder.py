"""What the JPEG ladder of a photograph costs in processor time, against one full Pillow decode of it.

The ladder is made by a worker as in the application, all its work included; the decode by this process, with
Pillow as it comes. Both take turns, and the medians are compared.
"""

import asyncio
import os
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from benchmarks.figure import Figure, as_table, at_most, for_information
from storage.renditions.exchange import Request
from storage.renditions.worker_process import WorkerProcess

PHOTOS = Path(os.environ.get("KAMRA_TEST_PHOTOS", "../shared/photos"))
_TURNS = 9
_CAMERA_MEGAPIXELS = 6  # below, nothing can be decoded at a half and the rungs are as large as the picture


@dataclass(frozen=True, slots=True, kw_only=True)
class _Photograph:
    path: Path
    megapixels: float
    is_progressive: bool


def measure() -> list[Figure]:
    """The goal's two figures over the baseline photographs, and every photograph's ratio for information."""
    photographs = [_look_at(path) for path in sorted(PHOTOS.glob("*.jpg"))]
    ratios = asyncio.run(_ratios(photographs))
    judged = [ratio for photograph, ratio in ratios.items() if _is_judged(photograph)]
    if not judged:
        return []
    what = "JPEG ladder against one full decode, CPU"
    note = f"{len(judged)} baseline photographs of {_CAMERA_MEGAPIXELS} megapixels and more"
    return [
        at_most(f"{what}: median", statistics.median(judged), 1.7, "×", note),
        at_most(f"{what}: worst", max(judged), 2.0, "×", note),
        *(for_information(f"{what}: {each.path.name}", ratio, "×", _remark(each)) for each, ratio in ratios.items()),
    ]


def _look_at(path: Path) -> _Photograph:
    with Image.open(path) as picture:
        megapixels = picture.width * picture.height / 1_000_000
        return _Photograph(path=path, megapixels=megapixels, is_progressive="progressive" in picture.info)


def _is_judged(photograph: _Photograph) -> bool:
    return not photograph.is_progressive and photograph.megapixels >= _CAMERA_MEGAPIXELS


def _remark(photograph: _Photograph) -> str:
    kind = "progressive" if photograph.is_progressive else "baseline"
    return f"{photograph.megapixels:.0f} megapixels, {kind}"


async def _ratios(photographs: list[_Photograph]) -> dict[_Photograph, float]:
    worker = await WorkerProcess.start()
    try:
        with TemporaryDirectory() as folder:
            return {each: await _ratio(worker, each.path, Path(folder)) for each in photographs}
    finally:
        await worker.kill()


async def _ratio(worker: WorkerProcess, photograph: Path, folder: Path) -> float:
    request = Request.about(photograph, folder)
    await worker.ask(request)
    ladders: list[float] = []
    decodes: list[float] = []
    for _ in range(_TURNS):
        before = _processor_seconds(worker.pid)
        await worker.ask(request)
        ladders.append(_processor_seconds(worker.pid) - before)
        decodes.append(_full_decode(photograph))
    return statistics.median(ladders) / statistics.median(decodes)


def _full_decode(photograph: Path) -> float:
    before = time.process_time()
    with Image.open(photograph) as picture:
        picture.load()
    return time.process_time() - before


def _processor_seconds(pid: int) -> float:
    """Of another process, to the nanosecond: Linux counts them on a clock numbered after it (clock_getcpuclockid)."""
    return time.clock_gettime(~pid << 3 | 2)


if __name__ == "__main__":
    print(as_table(measure()))
