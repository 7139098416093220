"""How much memory a worker takes for a photograph of 24 megapixels, beyond what it has when it waits."""

import asyncio
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from benchmarks.figure import Figure, as_table, at_most, for_information
from domain.media.rendering import PictureUnreadable, Rendered, Rung
from storage.demo.painting import paint
from storage.renditions.exchange import Answer, Request
from storage.renditions.worker_process import WorkerProcess

_SIZE = (6000, 4000)
_GRAIN = 16  # of a camera at dusk: it makes the file as large as a real one, about 4 bits a pixel


def measure() -> list[Figure]:
    """Megabytes of resident memory at the worst moment, each time of a worker that did nothing else before."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        photograph = _photograph(folder)
        rendered, ladder = await _grown(Request.about(photograph, folder), folder)
        assert isinstance(rendered, Rendered), rendered
        rungs = [Rung(width=file.width, height=file.height, bytes=file.bytes) for file in rendered.files]
        lighter, avif = await _grown(Request.about(photograph, folder, rungs), folder)
        assert isinstance(lighter, tuple), lighter
        note = f"{photograph.stat().st_size / 1_000_000:.0f} MB, painted; a waiting worker has {ladder.waiting:.0f} MB"
    return [
        at_most("worker memory for a 24 MP baseline JPEG beyond a waiting one", ladder.more, 80, "MB", note),
        for_information("the same for its AVIF renditions", avif.more, "MB", f"{len(lighter)} of {len(rungs)} sizes"),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Growth:
    waiting: float
    more: float


async def _grown(request: Request, folder: Path) -> tuple[Answer, _Growth]:
    worker = await WorkerProcess.start()
    try:
        refused = await worker.ask(Request.about(_no_picture(folder), folder))  # by then it has imported everything
        assert isinstance(refused, PictureUnreadable), refused
        waiting = _most_resident(worker.pid)
        answer = await worker.ask(request)
        return answer, _Growth(waiting=waiting, more=_most_resident(worker.pid) - waiting)
    finally:
        await worker.kill()


def _most_resident(pid: int) -> float:
    """In MB, since the process began (VmHWM, which counts what it maps of the file as well)."""
    found = re.search(r"^VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    assert found is not None
    return int(found[1]) * 1024 / 1_000_000


def _no_picture(folder: Path) -> Path:
    path = folder / "diary.jpg"
    path.write_bytes(b"Dear diary")
    return path


def _photograph(folder: Path) -> Path:
    path = folder / "photograph.jpg"
    with Image.open(BytesIO(paint("Mountains", 1, datetime(2024, 6, 1, 12, tzinfo=UTC)))) as painting:
        scene = painting.resize(_SIZE)
    grain = Image.merge("RGB", [Image.effect_noise(_SIZE, _GRAIN)] * 3)
    Image.blend(scene, grain, 0.5).save(path, "JPEG", quality=92)
    return path


if __name__ == "__main__":
    print(as_table(measure()))
