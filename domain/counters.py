"""Figures that are kept beside what they count, and finding those that are wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class Counted(StrEnum):
    """What has figures: people (followers, following, posts per visibility) and posts (likes, comments)."""

    PEOPLE = "people"
    POSTS = "posts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Some rows, in the order of their ids: those with a wrong figure, and the last one; None when there were none."""

    wrong: Sequence[UUID]
    last: UUID | None


class Counters(Protocol):
    """All such figures."""

    async def look(self, at: Counted, after: UUID | None, limit: int) -> Looked:
        """Count what belongs to the next rows; nothing is held or changed."""
        ...

    async def correct(self, at: Counted, ids: Sequence[UUID]) -> int:
        """Count anew while nobody else changes these; returns how many were wrong still."""
        ...
