"""What five thousand damaged pictures do to a running Kamra: nothing, or a sentence for their owner."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx

from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.hostile_uploads import Fate, fate_of
from benchmarks.owner import owner_of
from benchmarks.served import Served, served
from tests.hostile.mutator import damaged

_PICTURES = 5000
_SENDERS = 4
_SECONDS = 10
_WORKER = b"storage.renditions.worker"
_ABOUT_WORKERS = "one for each core but one, one for lighter pictures; any further one follows one that died"
# Ends that say the picture was looked at; any other (an attempt given up, a 5xx, nothing at all) is Kamra's failure.
_GOOD_ENDS = {"completed", "not_a_picture", "picture_damaged", "too_many_pixels", "picture_too_slow"}


def measure() -> list[Figure]:
    """Failures of Kamra's own, the slowest picture, and how many workers it took."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    async with served() as kamra, owner_of(kamra) as owner:
        began, workers, seeds = time.perf_counter(), set[int](), iter(range(_PICTURES))
        lanes = await asyncio.gather(*(_lane(kamra, owner, seeds, workers) for _ in range(_SENDERS)))
        seconds = time.perf_counter() - began
        is_alive = (await owner.get("/ready")).status_code == 200
    fates = [fate for lane in lanes for fate in lane]
    slowest = max(fates, key=lambda fate: fate.seconds)
    ends = ", ".join(f"{count} {end}" for end, count in Counter(fate.end for fate in fates).most_common())
    wrong = [f"seed {fate.name}: {fate.end}" for fate in fates if fate.end not in _GOOD_ENDS]
    what = f"{_PICTURES} damaged pictures"
    return [
        at_most(f"{what}: answers of 5xx", sum(max(fate.statuses) >= 500 for fate in fates), 0, "", ends),
        at_most(f"{what}: ends that are nobody's fault but Kamra's", len(wrong), 0, "", ", ".join(wrong[:9])),
        at_most(f"{what}: web processes that died", int(not is_alive), 0, "", "it is asked for `/ready` at the end"),
        at_most(f"{what}: the slowest", slowest.seconds, _SECONDS, "s", f"seed {slowest.name}: {slowest.end}"),
        for_information(f"{what}: workers at work", len(workers), "", _ABOUT_WORKERS),
        for_information(f"{what}: all of them", seconds, "s", f"{_SENDERS} senders at once"),
    ]


async def _lane(kamra: Served, owner: httpx.AsyncClient, seeds: Iterator[int], workers: set[int]) -> list[Fate]:
    fates: list[Fate] = []
    for seed in seeds:
        fates.append(await fate_of(owner, str(seed), damaged(seed), "image/jpeg"))
        workers |= _workers(kamra.pid)
    return fates


def _workers(pid: int) -> set[int]:
    """The processes that render pictures for this one."""
    children: list[int] = []
    for thread in Path(f"/proc/{pid}/task").iterdir():
        children += map(int, _read(thread / "children").split())
    return {child for child in children if _WORKER in _read(Path(f"/proc/{child}/cmdline"))}


def _read(proc: Path) -> bytes:
    try:
        return proc.read_bytes()
    except (FileNotFoundError, ProcessLookupError):  # it ended while we looked
        return b""


if __name__ == "__main__":
    print(as_table(measure()))
