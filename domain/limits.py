"""How often somebody may try something, counted in memory or in Redis."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from domain.errors import TooOften


class TooManyTries(TooOften):
    """The same thing was tried too often from the same place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most `times` in any `span`, by `name`."""

    name: str
    times: int
    span: timedelta


class Limits(Protocol):
    """Counts tries; forgotten at a restart when they are in memory."""

    async def take(self, limit: Limit, who: str) -> None:
        """Count one try of this person, address or thing. Raises TooManyTries."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
