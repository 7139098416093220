"""Turns: what must be done by one at a time, over all processes; no clock has a say in it."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol


class Turns(Protocol):
    """Decides between all who share one database."""

    def take(self, name: str) -> AbstractAsyncContextManager[bool]:
        """Whether it is ours for as long as the context lasts; False when somebody else is at it, here or elsewhere."""
        ...
