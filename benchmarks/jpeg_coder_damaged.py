"""What five thousand damaged JPEGs and a thousand damaged containers do to the JPEG coder of rooms."""

import asyncio
import base64
import random
from collections import Counter
from collections.abc import Sequence

from playwright.async_api import Page

from benchmarks.figure import Figure, as_table, at_most
from benchmarks.jpeg_coder_open import FOLDER, coder_open
from tests.hostile.mutator import damaged
from tests.rooms.jpeg.pictures import pictures
from tests.rooms.jpeg.vectors import containers

_JPEGS = 5000
_CONTAINERS = 1000
_AT_ONCE = 100
_SECONDS = 2
_PATIENCE = 600_000  # ms; a hang shows as the slowest


def measure() -> list[Figure]:
    """Ends that are neither exact nor a refusal, and the slowest."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    async with coder_open() as (page, _):
        page.set_default_timeout(_PATIENCE)
        small = list(pictures().values())
        jpegs = [damaged(seed) if seed % 2 else _hurt(small[seed % len(small)], seed) for seed in range(_JPEGS)]
        coded = list(containers().values())
        hurt = [_hurt(coded[seed % len(coded)], seed) for seed in range(_CONTAINERS)]
        return [
            *await _figures(page, f"{_JPEGS} damaged JPEGs", jpegs, packed=False),
            *await _figures(page, f"{_CONTAINERS} damaged containers", hurt, packed=True),
        ]


async def _figures(page: Page, what: str, files: Sequence[bytes], *, packed: bool) -> list[Figure]:
    ends, slowest = Counter[str](), 0.0
    for first in range(0, len(files), _AT_ONCE):
        texts = [base64.b64encode(data).decode() for data in files[first : first + _AT_ONCE]]
        told = await page.evaluate("(given) => damaged(...given)", [FOLDER, texts, packed])
        ends.update(told["ends"])
        slowest = max(slowest, told["slowest"] / 1000)
    broken = sum(count for end, count in ends.items() if end.startswith("broken"))
    note = ", ".join(f"{count} {end}" for end, count in ends.most_common())
    return [
        at_most(f"{what}: neither exact nor refused", broken, 0, "", note),
        at_most(f"{what}: the slowest", slowest, _SECONDS, "s"),
    ]


def _hurt(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    hurt = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        hurt[chance.randrange(len(hurt))] = chance.randrange(256)
    return bytes(hurt[: chance.randrange(len(hurt))] if chance.random() < 0.1 else hurt)


if __name__ == "__main__":
    print(as_table(measure()))
