"""Eighty damaged pictures sent to the running program: each ends with a sentence or a picture, none with a 5xx."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator

import pytest

from tests.attack.living import Living, living
from tests.browser.conftest import Server
from tests.hostile.mutator import damaged

PICTURES = 80  # the first of those that `make bench ARGS=damaged_pictures` sends
SENDERS = 4
SECONDS = 30
REASONS = {"not_a_picture", "picture_damaged", "too_many_pixels", "picture_too_slow"}


@pytest.fixture(scope="module")
async def anna(server: Server) -> AsyncIterator[Living]:
    async with living(server, "Anna") as person:
        yield person


async def sent(anna: Living, seeds: Iterator[int]) -> list[str]:
    """What went wrong with these, if anything did."""
    wrong: list[str] = []
    for seed in seeds:
        began = time.monotonic()
        answer = await anna.who.api.post("/media", files={"file": (f"{seed}.jpg", damaged(seed), "image/jpeg")})
        assert answer.status_code == 201, f"seed {seed}: {answer.text}"
        picture = answer.json()
        while picture["status"] not in ("completed", "failed") and time.monotonic() - began < SECONDS:
            await asyncio.sleep(0.02)
            answer = await anna.who.api.get(f"/media/{picture['id']}")
            assert answer.status_code == 200, f"seed {seed}: {answer.text}"
            picture = answer.json()
        if picture["status"] != "completed" and picture["reason_code"] not in REASONS:
            wrong.append(f"seed {seed}: {picture['status']} {picture['reason_code']}")
    return wrong


async def test_damaged_pictures_end_with_a_picture_or_a_reason_and_harm_nobody(anna: Living) -> None:
    seeds = iter(range(PICTURES))
    wrong = await asyncio.gather(*(sent(anna, seeds) for _ in range(SENDERS)))
    assert [one for lane in wrong for one in lane] == []
    assert (await anna.browser.get("/ready")).status_code == 200


def test_the_same_seed_is_the_same_damage() -> None:
    assert [damaged(seed) for seed in range(20)] == [damaged(seed) for seed in range(20)]
    assert len({damaged(seed) for seed in range(100)}) > 90
