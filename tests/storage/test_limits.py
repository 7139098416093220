"""Tries are counted by name and by who tries."""

import os
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import pytest

from domain.limits import Limit, TooManyTries
from storage.limits.moving_window import MovingWindowLimits, NoLimits


@pytest.fixture
async def limits() -> AsyncIterator[MovingWindowLimits]:
    """In memory, or in the Redis that is named."""
    made = MovingWindowLimits(os.environ.get("KAMRA_TEST_REDIS_URL"))
    yield made
    await made.close()


async def test_the_try_after_the_last_allowed_one_is_refused_for_that_person_only(limits: MovingWindowLimits) -> None:
    limit = Limit(name=f"test-{uuid4()}", times=3, span=timedelta(hours=1))
    for _ in range(3):
        await limits.take(limit, "ada")
    with pytest.raises(TooManyTries) as refused:
        await limits.take(limit, "ada")
    assert 3500 < refused.value.retry_after <= 3600
    await limits.take(limit, "eve")
    await limits.take(Limit(name=f"other-{uuid4()}", times=1, span=timedelta(hours=1)), "ada")


async def test_nobody_is_locked_out_for_longer_when_the_clock_is_set_back(
    limits: MovingWindowLimits, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library asks the machine's clock, so that is what moves here (H78)."""
    limit = Limit(name=f"test-{uuid4()}", times=2, span=timedelta(hours=1))
    of_day, moved = time.time, timedelta(days=2)
    monkeypatch.setattr(time, "time", lambda: of_day() + moved.total_seconds())
    for _ in range(2):
        await limits.take(limit, "ada")
    with pytest.raises(TooManyTries):
        await limits.take(limit, "ada")
    moved = timedelta(0)
    for _ in range(2):
        await limits.take(limit, "ada")
    with pytest.raises(TooManyTries) as refused:
        await limits.take(limit, "ada")
    assert refused.value.retry_after <= 3600
    moved = timedelta(minutes=59)
    with pytest.raises(TooManyTries):
        await limits.take(limit, "ada")
    moved = timedelta(minutes=61)
    await limits.take(limit, "ada")


async def test_without_limits_nothing_is_refused() -> None:
    for _ in range(100):
        await NoLimits().take(Limit(name="test", times=1, span=timedelta(hours=1)), "ada")
