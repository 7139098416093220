"""Turns: what must be done by one process at a time."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol


class Turns(Protocol):
    """Decides between processes that share one database."""

    def take(self, name: str) -> AbstractAsyncContextManager[bool]:
        """Whether it is ours for as long as the context lasts; False when another process is at it."""
        ...
