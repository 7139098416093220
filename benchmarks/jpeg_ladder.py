"""What the JPEG ladder of a photograph costs in processor time, against one full Pillow decode of it.

The ladder is made by a worker as in the application, all its work included; the decode by this process, with
Pillow as it comes. Both take turns, and the medians are compared. Workers keep the memory they freed, which
makes decoding cheaper too, so the table also has the figures against a decode that may keep them as well.
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
from benchmarks.processor_time import processor_seconds
from storage.renditions.exchange import Request
from storage.renditions.worker_process import WorkerProcess

PHOTOS = Path(os.environ.get("KAMRA_TEST_PHOTOS", "../shared/photos"))
_TURNS = 15
_BLOCKS = 4  # that Pillow keeps, as many as the decode takes; workers keep memory by malloc's own settings
_CAMERA_MEGAPIXELS = 6  # below, nothing can be decoded at a half and the rungs are as large as the picture


@dataclass(frozen=True, slots=True, kw_only=True)
class _Photograph:
    path: Path
    megapixels: float
    is_progressive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ratios:
    """The ladder against a decode with Pillow as it comes, and against one that keeps memory as the worker does."""

    plain: float
    keeping: float


def measure() -> list[Figure]:
    """The goal's two figures over the baseline photographs, and every photograph's ratio for information."""
    photographs = [_look_at(path) for path in sorted(PHOTOS.glob("*.jpg"))]
    ratios = asyncio.run(_ratios(photographs))
    judged = [ratio for photograph, ratio in ratios.items() if _is_judged(photograph)]
    if not judged:
        return []
    what = "JPEG ladder against one full decode, CPU"
    note = (
        f"{len(judged)} baseline photographs of {_CAMERA_MEGAPIXELS} megapixels and more, a limit of this benchmark's "
        "own; the decode with Pillow as it comes, the ladder in a worker that keeps freed memory. With a wide-gamut "
        "profile LittleCMS takes a third of the ladder, and neither its flags nor a lookup table of 17³ or 33³ colours "
        "is faster: that photograph came out between 1.4 and 2.2 × from run to run"
    )
    keeping = [ratio.keeping for ratio in judged]
    baseline = [ratio.plain for photograph, ratio in ratios.items() if not photograph.is_progressive]
    return [
        at_most(f"{what}: median", statistics.median(ratio.plain for ratio in judged), 1.7, "×", note),
        at_most(f"{what}: worst", max(ratio.plain for ratio in judged), 2.0, "×", "the same"),
        for_information(f"{what}, both keeping memory: median", statistics.median(keeping), "×", "the same"),
        for_information(f"{what}, both keeping memory: worst", max(keeping), "×", "the same"),
        for_information(f"{what}, small ones too: median", statistics.median(baseline), "×", "every baseline file"),
        for_information(f"{what}, small ones too: worst", max(baseline), "×", "every baseline file"),
        *(for_information(f"{what}: {each.path.name}", one.plain, "×", _remark(each)) for each, one in ratios.items()),
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


async def _ratios(photographs: list[_Photograph]) -> dict[_Photograph, _Ratios]:
    worker = await WorkerProcess.start()
    try:
        with TemporaryDirectory() as folder:
            return {each: await _ratio(worker, each.path, Path(folder)) for each in photographs}
    finally:
        await worker.kill()


async def _ratio(worker: WorkerProcess, photograph: Path, folder: Path) -> _Ratios:
    request = Request.about(photograph, folder)
    await worker.ask(request)
    ladders: list[float] = []
    plain: list[float] = []
    keeping: list[float] = []
    for _ in range(_TURNS):
        before = processor_seconds(worker.pid)
        await worker.ask(request)
        ladders.append(processor_seconds(worker.pid) - before)
        plain.append(_full_decode(photograph, blocks_kept=0))
        _full_decode(photograph, blocks_kept=_BLOCKS)  # fills what the next one finds kept
        keeping.append(_full_decode(photograph, blocks_kept=_BLOCKS))
    ladder = statistics.median(ladders)
    return _Ratios(plain=ladder / statistics.median(plain), keeping=ladder / statistics.median(keeping))


def _full_decode(photograph: Path, *, blocks_kept: int) -> float:
    Image.core.set_blocks_max(blocks_kept)
    before = time.process_time()
    with Image.open(photograph) as picture:
        picture.load()
    return time.process_time() - before


if __name__ == "__main__":
    print(as_table(measure()))
