"""Who listens to which topic in this process, and what waits for each of them."""

import asyncio
from collections import deque

_BEHIND = 256


class Inbox:
    """The texts that wait for one listener; the oldest goes when 256 wait."""

    def __init__(self) -> None:
        self._texts: deque[str] = deque(maxlen=_BEHIND)
        self._news = asyncio.Event()
        self._closed = False

    def put(self, text: str) -> None:
        """Add a text; never waits."""
        self._texts.append(text)
        self._news.set()

    def close(self) -> None:
        """End the listener's loop after what already waits."""
        self._closed = True
        self._news.set()

    def __aiter__(self) -> "Inbox":
        return self

    async def __anext__(self) -> str:
        while not self._texts:
            if self._closed:
                raise StopAsyncIteration
            self._news.clear()
            await self._news.wait()
        return self._texts.popleft()


class Topics:
    """Every inbox of this process by its topic."""

    def __init__(self) -> None:
        self._inboxes: dict[str, set[Inbox]] = {}
        self._closed = False

    def add(self, topic: str) -> Inbox:
        """A new listener to the topic."""
        inbox = Inbox()
        if self._closed:
            inbox.close()
        self._inboxes.setdefault(topic, set()).add(inbox)
        return inbox

    def remove(self, topic: str, inbox: Inbox) -> None:
        """Forget a listener."""
        inboxes = self._inboxes.get(topic, set())
        inboxes.discard(inbox)
        if not inboxes:
            self._inboxes.pop(topic, None)

    def deliver(self, topic: str, text: str) -> None:
        """Give the text to everyone who listens here."""
        for inbox in self._inboxes.get(topic, ()):
            inbox.put(text)

    def close(self) -> None:
        """End every listener's loop, also of those still to come."""
        self._closed = True
        for inboxes in self._inboxes.values():
            for inbox in inboxes:
                inbox.close()

    def names(self) -> list[str]:
        """The topics that somebody listens to."""
        return list(self._inboxes)

    def __contains__(self, topic: str) -> bool:
        return topic in self._inboxes
