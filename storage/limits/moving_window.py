"""Limits over a moving window, in memory or in a Redis that all processes share."""

import math
import time

from limits import RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.storage.redis.redispy import RedispyBridge
from limits.aio.strategies import MovingWindowRateLimiter

from domain.clock import APART
from domain.limits import Limit, TooManyTries


class MovingWindowLimits:
    """Implements `domain.limits.Limits`; without a Redis address the counts belong to this process alone."""

    def __init__(self, redis_url: str | None = None) -> None:
        self._storage = (
            MemoryStorage()
            if redis_url is None
            else RedisStorage(f"async+{redis_url}", implementation="redispy", key_prefix="kamra-limits")
        )
        self._limiter = MovingWindowRateLimiter(self._storage)

    async def take(self, limit: Limit, who: str) -> None:
        span = int(limit.span.total_seconds())
        item = RateLimitItemPerSecond(limit.times, span)
        if await self._limiter.hit(item, limit.name, who):
            return
        wait = await self._wait(item, limit.name, who)
        if wait > (limit.span + APART).total_seconds():
            # These tries were in a time to come: the clock was set back, and would lock them out until it is there.
            await self._limiter.clear(item, limit.name, who)
            if await self._limiter.hit(item, limit.name, who):
                return
            wait = await self._wait(item, limit.name, who)
        raise TooManyTries(retry_after=max(1, math.ceil(wait)))

    async def _wait(self, item: RateLimitItemPerSecond, *what: str) -> float:
        """Seconds until one more is allowed."""
        return (await self._limiter.get_window_stats(item, *what)).reset_time - time.time()

    async def close(self) -> None:
        if isinstance(self._storage, RedisStorage) and isinstance(self._storage.bridge, RedispyBridge):
            await self._storage.bridge.storage.aclose()


class NoLimits:
    """Implements `domain.limits.Limits` by allowing everything, for tests and benchmarks."""

    async def take(self, limit: Limit, who: str) -> None:
        pass

    async def close(self) -> None:
        pass
