"""A person with a handle, and the collection of all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.errors import Conflict, Forbidden, NotFound
from domain.ids import AccountId, MediaId
from domain.paging import Page, Window


class AccountNotFound(NotFound):
    """No such person, or nobody this viewer may know of."""


class AccountSuspended(Forbidden):
    """A moderator has shut this person out; facts: `reason` and, where it ends, `until`."""


class LastAdmin(Conflict):
    """Others are here and nobody else could look after them."""


class Role(StrEnum):
    """What a person may do beyond their own things; each includes the ones before it."""

    MEMBER = "member"
    MODERATOR = "moderator"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One person here. `suspended_until` is None for an open-ended suspension; `posts` are the public ones."""

    id: AccountId
    handle: str
    display_name: str
    bio: str
    email: str | None
    password_hash: str
    role: Role
    is_private: bool
    avatar_media_id: MediaId | None
    theme: str | None
    created_at: datetime
    seen_at: datetime | None
    suspended_at: datetime | None
    suspended_until: datetime | None
    suspended_reason: str | None
    followers: int
    following: int
    posts: int
    posts_followers: int
    posts_me: int

    def is_suspended(self, now: datetime) -> bool:
        """Whether this person is shut out at that time."""
        return self.suspended_at is not None and (self.suspended_until is None or now < self.suspended_until)

    def demand_not_suspended(self, now: datetime) -> None:
        """Raises AccountSuspended with its reason and end."""
        if self.is_suspended(now):
            facts = {"reason": self.suspended_reason or ""}
            if self.suspended_until is not None:
                facts["until"] = f"{self.suspended_until:%Y-%m-%dT%H:%M:%SZ}"
            raise AccountSuspended(**facts)


class Accounts(Protocol):
    """All people; one marked as gone is in none of the answers."""

    async def add(self, account: Account) -> None:
        """Keep a new person. Raises HandleTaken or EmailTaken (case does not matter)."""
        ...

    async def get(self, account_id: AccountId) -> Account | None:
        """The person with this id."""
        ...

    async def hold(self, account_id: AccountId) -> Account | None:
        """The same, to be changed: nobody else changes this person until the transaction ends."""
        ...

    async def by_handle(self, handle: str) -> Account | None:
        """The person with this handle, in any letter case."""
        ...

    async def by_email(self, email: str) -> Account | None:
        """The person with this address, in any letter case."""
        ...

    async def change(self, account: Account) -> None:
        """Keep the fields people change (no counters, not `seen_at`). Raises HandleTaken or EmailTaken."""
        ...

    async def list(self, window: Window) -> Page[Account]:
        """Everybody, newest first."""
        ...

    async def end_suspensions(self, now: datetime) -> int:
        """Lift those whose time is over; returns how many."""
        ...

    async def count(self, role: Role | None = None) -> int:
        """How many people there are, of one role or of all."""
        ...

    async def hold_admins(self) -> None:
        """From here to the end of the transaction nobody else changes who is an admin."""
        ...

    async def note_seen(self, seen: Mapping[AccountId, datetime]) -> None:
        """Keep when each was last here."""
        ...

    async def mark_gone(self, account_id: AccountId, now: datetime) -> None:
        """From the commit on the person does not exist for anybody, and the handle and address are free."""
        ...

    async def marked_gone(self) -> Sequence[AccountId]:
        """Those whose rows and files are still to be removed."""
        ...

    async def remove(self, account_id: AccountId) -> None:
        """Remove the row and everything that hangs on it."""
        ...
