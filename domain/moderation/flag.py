"""Somebody's report of a person, a post or a comment, and the collection of all of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.errors import Conflict, NotFound, RuleBroken
from domain.ids import AccountId, FlagId
from domain.moderation.target import Target
from domain.paging import Page, Window


class FlagNotFound(NotFound):
    """No such report."""


class FlaggedAlready(Conflict):
    """One reports a thing once."""


class FlagAnswered(Conflict):
    """A moderator has resolved or dismissed it before."""


class OwnThing(RuleBroken):
    """One does not report oneself, nor what one posted or said."""


class FlagState(StrEnum):
    """What became of a report."""

    OPEN = "open"
    RESOLVED = "resolved"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One report, with its reason in the words of who made it."""

    id: FlagId
    reporter_id: AccountId
    target: Target
    reason: str
    state: FlagState
    created_at: datetime
    answered_at: datetime | None


class Flags(Protocol):
    """All reports."""

    async def add(self, flag: Flag) -> None:
        """Keep a new one. Raises FlaggedAlready."""
        ...

    async def get(self, flag_id: FlagId) -> Flag | None:
        """The report."""
        ...

    async def answer(self, flag_id: FlagId, state: FlagState, now: datetime) -> bool:
        """Keep what became of it; whether it was open."""
        ...

    async def list(self, state: FlagState | None, window: Window) -> Page[Flag]:
        """Those in this state, or all, newest first."""
        ...

    async def open_count(self) -> int:
        """How many are open."""
        ...

    async def remove_about(self, target: Target) -> None:
        """Remove every report of a thing that is gone."""
        ...

    async def remove_all_of(self, account_id: AccountId) -> None:
        """Remove the reports a person made, those of them, and those of what is gone; after what is theirs went."""
        ...
