"""Messages within one process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from storage.messages.topics import Topics


class MemoryMessages:
    """Enough while one process serves everybody."""

    def __init__(self) -> None:
        self._topics = Topics()

    async def publish(self, topic: str, text: str) -> None:
        """See `Messages.publish`."""
        self._topics.deliver(topic, text)

    @asynccontextmanager
    async def subscribe(self, topic: str) -> AsyncIterator[AsyncIterator[str]]:
        """See `Messages.subscribe`."""
        inbox = self._topics.add(topic)
        try:
            yield inbox
        finally:
            self._topics.remove(topic, inbox)

    async def probe(self) -> None:
        """See `Messages.probe`: memory is always there."""

    async def close(self) -> None:
        """See `Messages.close`."""
        self._topics.close()
