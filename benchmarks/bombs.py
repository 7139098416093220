"""How long pictures that explode keep Kamra busy, and how much they make its web process grow."""

import asyncio
from dataclasses import dataclass

import httpx

from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.hostile_uploads import Fate, fate_of
from benchmarks.owner import owner_of
from benchmarks.peak_memory import peak, peak_from_now_on
from benchmarks.photographs import for_a_library
from benchmarks.served import Served, served
from tests.hostile.bomb import Bomb
from tests.hostile.bombs import BOMBS

_SECONDS = 2
_MEGABYTES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Explosion:
    """`is_well` when the bomb ended as it should and the next honest picture could be seen."""

    fate: Fate
    grown: float
    is_well: bool


def measure() -> list[Figure]:
    """Seconds from a bomb's first byte to its refusal, and the growth of the server's peak memory (RSS), at worst."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    async with served() as kamra, owner_of(kamra) as owner:
        honest = for_a_library()
        await _is_taken(owner, next(honest))
        at_first = peak_from_now_on(kamra.pid)
        seen = [await _explode(kamra, owner, bomb, next(honest)) for bomb in BOMBS]
        in_all = peak(kamra.pid) - at_first
    refused, shown = (
        [one.fate for one in seen if (one.fate.end == "completed") == is_shown] for is_shown in (False, True)
    )
    slowest, longest = (max(fates, key=lambda fate: fate.seconds) for fates in (refused, shown))
    largest = max(seen, key=lambda one: one.grown)
    wrong = [f"{one.fate.name}: {one.fate.end}" for one in seen if not one.is_well]
    bombs = f"{len(BOMBS)} bombs"
    return [
        at_most(f"{len(refused)} bombs that are refused: the slowest", slowest.seconds, _SECONDS, "s", slowest.name),
        for_information(f"{len(shown)} whose honest part is shown: the slowest", longest.seconds, "s", longest.name),
        at_most(f"{bombs}: growth of the web process by one", largest.grown, _MEGABYTES, "MB", largest.fate.name),
        at_most(f"{bombs}: growth of the web process by all", in_all, _MEGABYTES, "MB", "peak RSS"),
        at_most(f"{bombs}: that ended otherwise, or harmed the next picture", len(wrong), 0, "", ", ".join(wrong)),
    ]


async def _explode(kamra: Served, owner: httpx.AsyncClient, bomb: Bomb, honest: bytes) -> _Explosion:
    data = bomb.make()
    before = peak_from_now_on(kamra.pid)
    fate = await fate_of(owner, bomb.name, data, bomb.content_type)
    grown = peak(kamra.pid) - before
    is_well = fate.end == (bomb.code or "completed") and await _is_taken(owner, honest)
    return _Explosion(fate=fate, grown=grown, is_well=is_well)


async def _is_taken(owner: httpx.AsyncClient, honest: bytes) -> bool:
    return (await fate_of(owner, "honest.jpg", honest, "image/jpeg")).end == "completed"


if __name__ == "__main__":
    print(as_table(measure()))
