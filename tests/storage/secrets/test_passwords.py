"""Passwords are hashed two at a time, away from the loop, whatever they are made of."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from storage.secrets.passwords import BcryptPasswords


@pytest.fixture
async def passwords() -> AsyncIterator[BcryptPasswords]:
    made = BcryptPasswords(rounds=4)
    yield made
    await made.close()


async def test_every_character_counts_and_none_is_an_error(passwords: BcryptPasswords) -> None:
    for password in ("x" * 72, "x" * 73, "nul\0here", "🐎" * 40, "\ud800", ""):
        kept = await passwords.hash(password)
        assert len(kept) == 60
        assert await passwords.matches(password, kept)
        assert not await passwords.matches(f"{password}y", kept)


async def test_nobody_has_a_password(passwords: BcryptPasswords) -> None:
    assert not await passwords.matches("", None)


async def test_the_loop_goes_on_while_many_are_hashed_a15() -> None:
    slow = BcryptPasswords(rounds=8)
    hashing = asyncio.gather(*(slow.hash("a bicycle made of rain") for _ in range(20)))
    gaps: list[float] = []
    while not hashing.done():
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        gaps.append(time.perf_counter() - began)
    await slow.close()
    assert len(gaps) > 20
    assert sorted(gaps)[len(gaps) // 2] < 0.05
