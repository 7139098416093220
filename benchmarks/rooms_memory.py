"""How much memory the server needs while 1 GiB goes into a room's store and comes out of it again."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure, as_table, at_most
from benchmarks.peak_memory import peak, peak_from_now_on
from benchmarks.rooms_open import visit_of
from benchmarks.served import Served, served
from ui.rooms.client.described import describe
from ui.rooms.client.entries import add
from ui.rooms.client.keeping import keep
from ui.rooms.client.saving import save
from ui.rooms.client.visiting import Visit

_BYTES = 1 << 30
_WARM_UP_BYTES = 10_000_000  # two parts


def measure() -> list[Figure]:
    """By how many megabytes the server's memory (peak RSS) grows over what ten megabytes had left it with."""
    with TemporaryDirectory(prefix="kamra-bench-") as name:
        return asyncio.run(_measure(Path(name)))


async def _measure(folder: Path) -> list[Figure]:
    async with served() as kamra, visit_of(kamra) as visit:
        await _up(visit, folder, _WARM_UP_BYTES)
        await _down(visit, folder)
        return [
            await _figure(kamra, "up", lambda: _up(visit, folder, _BYTES)),
            await _figure(kamra, "down", lambda: _down(visit, folder)),
        ]


async def _figure(kamra: Served, way: str, move: Callable[[], Awaitable[None]]) -> Figure:
    before, began = peak_from_now_on(kamra.pid), time.perf_counter()
    await move()
    speed = _BYTES / 1e6 / (time.perf_counter() - began)
    what = f"server memory for 1 GiB {way} through a room's store: growth"
    return at_most(what, peak(kamra.pid) - before, 64, "MB", f"peak RSS; {speed:.0f} MB/s with sealing or opening")


async def _up(visit: Visit, folder: Path, size: int) -> None:
    """The file is a hole on the disk, which takes no room; what it is sealed to looks like any other."""
    path = folder / f"{size}.bin"
    with path.open("wb") as out:
        out.truncate(size)
    file = await asyncio.to_thread(describe, visit.keys, path)
    await keep(visit.store, file)
    await visit.write([add(file.name, name=path.name, mime="application/octet-stream", by=None)])


async def _down(visit: Visit, folder: Path) -> None:
    """The file that was added last."""
    *_, file = visit.manifest.view.files.values()
    saved = await save(visit.store, visit.keys, file, folder / "saved")
    assert saved.stat().st_size == file.object.size


if __name__ == "__main__":
    print(as_table(measure()))
