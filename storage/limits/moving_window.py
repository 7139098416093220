"""Limits over a moving window, in memory or in a Redis that all processes share."""

import math
import time

from limits import RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.storage.redis.redispy import RedispyBridge
from limits.aio.strategies import MovingWindowRateLimiter

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
        item = RateLimitItemPerSecond(limit.times, int(limit.span.total_seconds()))
        if not await self._limiter.hit(item, limit.name, who):
            window = await self._limiter.get_window_stats(item, limit.name, who)
            raise TooManyTries(retry_after=max(1, math.ceil(window.reset_time - time.time())))

    async def close(self) -> None:
        if isinstance(self._storage, RedisStorage) and isinstance(self._storage.bridge, RedispyBridge):
            await self._storage.bridge.storage.aclose()


class NoLimits:
    """Implements `domain.limits.Limits` by allowing everything, for tests and benchmarks."""

    async def take(self, limit: Limit, who: str) -> None:
        pass

    async def close(self) -> None:
        pass
