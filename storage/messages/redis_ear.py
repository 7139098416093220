"""The one connection to Redis that hears for a whole process, made anew whenever it breaks."""

import asyncio
import logging
from contextlib import suppress
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from storage.messages.topics import Topics

_log = logging.getLogger(__name__)
_ALWAYS = "kamra"  # a connection that is subscribed to nothing cannot wait
_SILENCE = 20  # seconds after which the server is asked whether it is there, and again after which it is not
_AGAIN = 1  # seconds between two attempts to connect
_CONFIRMED_WITHIN = 2  # seconds a listener waits for the server's word before it goes on without


class RedisEar:
    """Delivers to `topics` what the server sends for their names, as texts."""

    def __init__(self, url: str, topics: Topics) -> None:
        self._topics = topics
        # Its own attempts to connect again would race with ours.
        self._redis = Redis.from_url(
            url,
            decode_responses=True,
            encoding_errors="replace",
            socket_connect_timeout=2,
            retry=Retry(NoBackoff(), 0),
        )
        self._connected: PubSub | None = None
        self._confirmed: dict[str, asyncio.Event] = {}
        self._in_order = asyncio.Lock()  # or "forget" could overtake "listen" for the same channel
        self._task: asyncio.Task[None] | None = None
        self._closed = False

    async def listen_to(self, channel: str) -> None:
        """Return when the server sends what comes to the channel, or is known to be away."""
        if self._closed:
            return
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._stay_connected(), name="redis-ear")
        confirmed = self._confirmed.setdefault(channel, asyncio.Event())
        if confirmed.is_set():
            return
        async with self._in_order:
            if self._connected is not None:
                with suppress(RedisError, OSError):  # the task that hears notices too, and begins anew
                    await self._connected.subscribe(channel)
        with suppress(TimeoutError):
            await asyncio.wait_for(confirmed.wait(), _CONFIRMED_WITHIN)

    async def forget_unheard(self, channel: str) -> None:
        """Tell the server to send no more, when nobody here listens."""
        async with self._in_order:
            if channel in self._topics:
                return
            self._confirmed.pop(channel, None)
            if self._connected is not None:
                with suppress(RedisError, OSError):
                    await self._connected.unsubscribe(channel)

    async def close(self) -> None:
        """Hang up."""
        self._closed = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        await self._redis.aclose()

    async def _stay_connected(self) -> None:
        while True:
            try:
                async with self._redis.pubsub() as connection:
                    await connection.subscribe(_ALWAYS)
                    self._connected = connection
                    await connection.subscribe(_ALWAYS, *self._topics.names())
                    await self._hear(connection)
            except (RedisError, OSError) as error:
                _log.warning("no messages from Redis, trying again every %s s: %s", _AGAIN, error)
            finally:
                self._connected = None
                for confirmed in self._confirmed.values():
                    confirmed.set()  # who waits for the server's word goes on without it
                    confirmed.clear()
            await asyncio.sleep(_AGAIN)

    async def _hear(self, connection: PubSub) -> None:
        asked = False
        while True:
            message = await connection.get_message(timeout=_SILENCE)
            if message is not None:
                asked = False
                self._take(message)
            elif asked:
                raise ConnectionError("the server says nothing")
            else:
                asked = True
                await connection.ping()

    def _take(self, message: dict[str, Any]) -> None:
        if message["type"] == "message":
            self._topics.deliver(message["channel"], message["data"])
        elif message["type"] == "subscribe" and message["channel"] in self._confirmed:
            self._confirmed[message["channel"]].set()
