"""How long a smaller copy of a 12 megapixel photograph takes over HTTP, against Pillow alone.

A browser's session asks a running Kamra for a JPEG of about 1600 pixels, quality 60, with its similarity; Pillow opens
the same file, resizes and saves it in this process. They take turns, and every turn asks for another width, so that
nothing that was decoded before is of use to anybody.
"""

import asyncio
import statistics
import time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from PIL import Image

from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.owner import add, owner_of, processed
from benchmarks.photographs import from_a_camera
from benchmarks.served import served

_WARM_UP = 2
_TURNS = 25
_WIDTH = 1600
_QUALITY = 60


def measure() -> list[Figure]:
    """The ratio of the medians, and both medians in milliseconds."""
    kamra, pillow = asyncio.run(_measure())
    ours, theirs = statistics.median(kamra) * 1000, statistics.median(pillow) * 1000
    what = f"12 MP → {_WIDTH} px q{_QUALITY} through `POST /media/:id/compress`"
    note = f"medians of {_TURNS} turns, similarity included"
    return [
        at_most(f"{what}: against Pillow", ours / theirs, 0.7, "×", note),
        for_information(f"{what}", ours, "ms", f"fastest {min(kamra) * 1000:.0f} ms"),
        for_information("Pillow, open-resize(LANCZOS)-save", theirs, "ms", f"fastest {min(pillow) * 1000:.0f} ms"),
    ]


async def _measure() -> tuple[list[float], list[float]]:
    photograph = next(from_a_camera())
    kamra: list[float] = []
    pillow: list[float] = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "photograph.jpg"
        file.write_bytes(photograph)
        async with served() as server, owner_of(server) as owner:
            ids = await add(owner, [photograph])
            await processed(owner, ids)
            for turn in range(_WARM_UP + _TURNS):
                width = _WIDTH - turn
                kamra.append(await _asked(owner, ids[0], width))
                pillow.append(_by_pillow(file, width))
    return kamra[_WARM_UP:], pillow[_WARM_UP:]


async def _asked(owner: httpx.AsyncClient, media_id: str, width: int) -> float:
    before = time.perf_counter()
    answer = await owner.post(f"/api/v1/media/{media_id}/compress", json={"width": width, "quality": _QUALITY})
    took = time.perf_counter() - before
    assert answer.status_code == 200, answer.text
    assert (answer.headers["X-Width"], answer.headers["Content-Type"]) == (str(width), "image/jpeg")
    return took


def _by_pillow(file: Path, width: int) -> float:
    before = time.perf_counter()
    with Image.open(file) as picture:
        height = round(picture.height * width / picture.width)
        picture.resize((width, height), Image.Resampling.LANCZOS).save(BytesIO(), "JPEG", quality=_QUALITY)
    return time.perf_counter() - before


if __name__ == "__main__":
    print(as_table(measure()))
