"""Messages between processes, through Redis's publish and subscribe."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import uuid4

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from storage.messages.redis_ear import RedisEar
from storage.messages.topics import Topics

_log = logging.getLogger(__name__)
_PREFIX = "kamra/"  # channels belong to the whole server, whichever of its databases the URL names
_PROBE_SECONDS = 5


class RedisMessages:
    """One connection hears for every listener of this process; others speak. `url` as in `redis://host:6379/0`."""

    def __init__(self, url: str) -> None:
        self._topics = Topics()
        self._ear = RedisEar(url, self._topics)
        # One more try, because a server that started anew has closed the connections of the pool.
        self._mouth = Redis.from_url(url, socket_connect_timeout=2, socket_timeout=5, retry=Retry(NoBackoff(), 1))

    async def publish(self, topic: str, text: str) -> None:
        """See `Messages.publish`. A server that is away is logged: losing a hint fails nobody's request."""
        try:
            await self._mouth.publish(_PREFIX + topic, text)
        except (RedisError, OSError) as error:
            _log.warning("a message was lost: %s", error)

    @asynccontextmanager
    async def subscribe(self, topic: str) -> AsyncIterator[AsyncIterator[str]]:
        """See `Messages.subscribe`. While the server is away one hears nothing, and again when it is back."""
        channel = _PREFIX + topic
        inbox = self._topics.add(channel)
        try:
            await self._ear.listen_to(channel)
            yield inbox
        finally:
            self._topics.remove(channel, inbox)
            await self._ear.forget_unheard(channel)

    async def probe(self) -> None:
        """See `Messages.probe`: a text that came around."""
        topic = f"probe/{uuid4()}"
        async with asyncio.timeout(_PROBE_SECONDS), self.subscribe(topic) as texts:
            await self._mouth.publish(_PREFIX + topic, "")
            await anext(texts)

    async def close(self) -> None:
        """See `Messages.close`."""
        self._topics.close()
        with suppress(RedisError, OSError):
            await self._ear.close()
            await self._mouth.aclose()
