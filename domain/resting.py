"""How long work that nobody waits for may go on before others have their turn."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

Rest: TypeAlias = Callable[[], Awaitable[None]]
"""Awaited between two steps, each of which is to take some milliseconds: so long a request may have to wait for it."""


async def no_rest() -> None:
    """For what somebody waits for."""
