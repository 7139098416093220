"""Follows between people, with the counters that go with them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.graph.seen_account import SeenSince
from domain.ids import AccountId
from domain.paging import Page, Window


class FollowState(StrEnum):
    """How far it is: asked for, which shows and counts nothing, or there."""

    REQUESTED = "requested"
    ACCEPTED = "accepted"


class Follows(Protocol):
    """All follows; each change moves both people's counters in the same transaction.

    Lists are newest first and leave out whom the viewer may not see.
    """

    async def hold(self, *people: AccountId) -> Collection[AccountId]:
        """Nobody else changes what stands between these people, or their counters, until the transaction ends.

        Comes before anything else of theirs is touched. Returns those of them who are here.
        """
        ...

    async def hold_around(self, account_id: AccountId, state: FollowState | None = None) -> None:
        """The same for a person and everybody who follows or is followed; with a state, who follows in that state."""
        ...

    async def add(self, follower: AccountId, followed: AccountId, now: datetime) -> bool:
        """Have one follow the other, accepted; whether that is new. Who had asked waits no longer."""
        ...

    async def ask(self, follower: AccountId, followed: AccountId, now: datetime) -> bool:
        """Have one wait to follow the other; whether there was neither a request nor a follow."""
        ...

    async def accept_all(self, followed: AccountId, now: datetime) -> Sequence[AccountId]:
        """Have everybody follow who waits for it, while they are held; returns them."""
        ...

    async def remove(self, follower: AccountId, followed: AccountId) -> FollowState | None:
        """Take it away; returns what there was."""
        ...

    async def state(self, follower: AccountId, followed: AccountId) -> FollowState | None:
        """What there is."""
        ...

    async def followers(
        self, account_id: AccountId, viewer: AccountId | None, window: Window, now: datetime
    ) -> Page[SeenSince]:
        """Who follows this person."""
        ...

    async def following(
        self, account_id: AccountId, viewer: AccountId | None, window: Window, now: datetime
    ) -> Page[SeenSince]:
        """Whom this person follows."""
        ...

    async def requests(self, account_id: AccountId, window: Window, now: datetime) -> Page[SeenSince]:
        """Who waits to follow this person, for their own eyes."""
        ...

    async def remove_all_of(self, account_id: AccountId) -> None:
        """Remove every follow and request from and to this person, while all around them are held."""
        ...
