"""How long a room's store takes for photographs that are sealed already, against hashing and writing the same bytes."""

import asyncio
import hashlib
import os
import statistics
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure, as_table, at_most
from benchmarks.photographs import from_a_camera
from benchmarks.processor_time import processor_seconds
from benchmarks.rooms_open import visit_of
from benchmarks.served import Served, served
from ui.rooms.client.described import describe, seal_part
from ui.rooms.client.keeping import AT_ONCE
from ui.rooms.client.objects import part_count, sealed_size
from ui.rooms.client.visiting import Visit

_PHOTOGRAPHS = 10
_ROUNDS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sealed:
    """An object as it goes to the store, with the SHA-256 of each part."""

    object_id: str
    size: int
    parts: list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Round:
    """Seconds."""

    stored: float
    written: float
    server: float


def measure() -> list[Figure]:
    """The median of the rounds' ratios, and what the server itself computes for it."""
    with TemporaryDirectory(prefix="kamra-bench-") as name:
        rounds = asyncio.run(_measure(Path(name)))
    ratio = statistics.median(one.stored / one.written for one in rounds)
    seconds = [statistics.median(getattr(one, part) for one in rounds) for part in ("stored", "written", "server")]
    note = "{:.0f} ms against {:.0f} ms with fsync, of which the server computes {:.0f} ms".format(
        *(1000 * one for one in seconds)
    )
    what = f"{_PHOTOGRAPHS} × 12 MP, sealed already, into a room's store against SHA-256 and writing"
    return [at_most(what, ratio, 3, "×", note)]


async def _measure(folder: Path) -> list[_Round]:
    async with served() as kamra:
        return [await _round(kamra, folder) for _ in range(_ROUNDS + 1)][1:]  # the first warms up


async def _round(kamra: Served, folder: Path) -> _Round:
    async with visit_of(kamra) as visit:
        objects = [_sealed(visit, photograph, folder) for photograph in islice(from_a_camera(), _PHOTOGRAPHS)]
        computed, began = processor_seconds(kamra.pid), time.perf_counter()
        gate = asyncio.Semaphore(AT_ONCE)
        await asyncio.gather(*(_store(visit, one, gate) for one in objects))
        stored = time.perf_counter() - began
        server = processor_seconds(kamra.pid) - computed
    began = time.perf_counter()
    for number, one in enumerate(objects):
        _write(folder / str(number), one)
    return _Round(stored=stored, written=time.perf_counter() - began, server=server)


def _sealed(visit: Visit, photograph: bytes, folder: Path) -> _Sealed:
    path = folder / "photograph"
    path.write_bytes(photograph)
    file = describe(visit.keys, path)
    sealed = [seal_part(file, number) for number in range(part_count(file.name.size))]
    parts = [(part, hashlib.sha256(part).digest()) for part in sealed]
    return _Sealed(object_id=file.name.object_id, size=sealed_size(file.name.size), parts=parts)


async def _store(visit: Visit, one: _Sealed, gate: asyncio.Semaphore) -> None:
    """As the client keeps files, but for the sealing."""
    store = visit.store
    async with gate:
        await store.reserve(one.object_id, one.size)
        for number, (part, digest) in enumerate(one.parts):
            await store.put_part(one.object_id, number, part, digest)
        assert await store.complete(one.object_id) == {n: digest.hex() for n, (_, digest) in enumerate(one.parts)}


def _write(path: Path, one: _Sealed) -> None:
    with path.open("wb") as out:
        for part, digest in one.parts:
            assert hashlib.sha256(part).digest() == digest
            out.write(part)
        out.flush()
        os.fsync(out.fileno())


if __name__ == "__main__":
    print(as_table(measure()))
