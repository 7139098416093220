"""Tries are counted by name and by who tries."""

import os
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


async def test_without_limits_nothing_is_refused() -> None:
    for _ in range(100):
        await NoLimits().take(Limit(name="test", times=1, span=timedelta(hours=1)), "ada")
