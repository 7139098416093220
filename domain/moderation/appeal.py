"""Somebody asks the moderators to think again, and the collection of all such appeals."""

from collections.abc import Collection, Set
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.errors import Conflict, NotFound, RuleBroken
from domain.ids import AccountId, AppealId
from domain.moderation.target import Target
from domain.paging import Page, Window
from domain.plain_text import is_text

MAX_APPEAL = 1000


class AppealNotFound(NotFound):
    """No such appeal."""


class NothingToAppeal(NotFound):
    """Nothing of one's own that is taken down, and no suspension of oneself."""


class AppealOpen(Conflict):
    """The last appeal about the same thing is not answered yet."""


class AppealAnswered(Conflict):
    """A moderator has upheld or rejected it before."""


class BadAppeal(RuleBroken):
    """Not 1 to `max` characters of text."""


class AppealState(StrEnum):
    """What became of an appeal."""

    OPEN = "open"
    UPHELD = "upheld"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """One appeal, in the words of who made it."""

    id: AppealId
    account_id: AccountId
    target: Target
    text: str
    state: AppealState
    created_at: datetime
    answered_at: datetime | None


class Appeals(Protocol):
    """All appeals."""

    async def add(self, appeal: Appeal) -> None:
        """Keep a new one. Raises AppealOpen."""
        ...

    async def get(self, appeal_id: AppealId) -> Appeal | None:
        """The appeal."""
        ...

    async def answer(self, appeal_id: AppealId, state: AppealState, now: datetime) -> bool:
        """Keep what became of it; whether it was open."""
        ...

    async def list(self, state: AppealState | None, window: Window) -> Page[Appeal]:
        """Those in this state, or all, newest first."""
        ...

    async def open_among(self, account_id: AccountId, targets: Collection[Target]) -> Set[Target]:
        """Those of the targets for which this person has an appeal that is open."""
        ...

    async def open_count(self) -> int:
        """How many are open."""
        ...

    async def remove_about(self, target: Target) -> None:
        """Remove every appeal about a thing that is gone."""
        ...

    async def remove_all_of(self, account_id: AccountId) -> None:
        """Remove what a person asked for."""
        ...


def checked_appeal(text: str) -> str:
    """The words as they are kept. Raises BadAppeal."""
    if len(text) > MAX_APPEAL or not text.strip() or not is_text(text):
        raise BadAppeal(field="text", max=MAX_APPEAL)
    return text.strip()
