"""Publish and subscribe between open pages and processes: hints that something changed, never the truth itself."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Protocol


class Messages(Protocol):
    """Short texts by topic (`account/<id>`, `sessions/ended`); at most once, to who listens now."""

    async def publish(self, topic: str, text: str) -> None:
        """Tell everyone who listens to the topic, in every process. Never blocks on a slow listener."""
        ...

    def subscribe(self, topic: str) -> AbstractAsyncContextManager[AsyncIterator[str]]:
        """Listen while the context lasts; a listener that is 256 texts behind loses the oldest."""
        ...

    async def probe(self) -> None:
        """Return when messages pass now; raises any error otherwise."""
        ...

    async def close(self) -> None:
        """Stop listening and let go of connections."""
        ...
