"""A person's own pictures as a list: what can be asked, and the collection that answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.ids import AccountId
from domain.media.media import Media
from domain.paging import Page, Window


class Sort(StrEnum):
    """By what a library is sorted; `taken` is when it was made where the camera did not say."""

    CREATED = "created"
    NAME = "name"
    BYTES = "bytes"
    TAKEN = "taken"


class Order(StrEnum):
    """Which end comes first."""

    ASCENDING = "asc"
    DESCENDING = "desc"


KEY_TYPES: dict[Sort, tuple[type, ...]] = {
    Sort.CREATED: (str,),
    Sort.NAME: (str, str),
    Sort.BYTES: (int, str),
    Sort.TAKEN: (int, str),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which pictures, in which order.

    Every word of `text` must be in the name, the tags or the description, whatever its case and accents.
    `month` is like `2024-06`. An order left out is names from A, everything else from the newest or largest.
    """

    text: str = ""
    tag: str | None = None
    sha256: bytes | None = None
    month: str | None = None
    sort: Sort = Sort.CREATED
    order: Order | None = None

    @property
    def is_descending(self) -> bool:
        """Whether the last comes first."""
        return self.sort is not Sort.NAME if self.order is None else self.order is Order.DESCENDING

    @property
    def list_name(self) -> str:
        """The name its cursors carry: one of another order does not fit."""
        return f"media/{self.sort}/{'desc' if self.is_descending else 'asc'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TagCount:
    """A tag, and how many pictures have it."""

    tag: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCount:
    """A month such as `2024-06`, and how many pictures were taken in it."""

    month: str
    count: int


class Library(Protocol):
    """The pictures of one owner whose bytes are here; drafts are in none of the answers."""

    async def list(self, owner_id: AccountId, question: Question, window: Window) -> Page[Media]:
        """One page of those that fit."""
        ...

    async def tags(self, owner_id: AccountId) -> Sequence[TagCount]:
        """Every tag in use, by letters."""
        ...

    async def months(self, owner_id: AccountId) -> Sequence[MonthCount]:
        """Every month in use, newest first."""
        ...
