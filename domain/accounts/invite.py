"""Invitations: a code that lets one person join, and the collection of all of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.errors import Forbidden, Gone, NotFound
from domain.ids import AccountId
from domain.paging import Page, Window


class SignupClosed(Forbidden):
    """Nobody new can join."""


class InviteMissing(Forbidden):
    """Joining takes an invitation."""


class InviteUnknown(Gone):
    """Used, taken back, expired, or never made."""


class InviteNotFound(NotFound):
    """No such open invitation, or somebody else's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """One open invitation; with `follow` both people follow each other once it is used."""

    code: str
    account_id: AccountId
    follow: bool
    created_at: datetime
    expires_at: datetime


class Invites(Protocol):
    """All open invitations; those that are over are in none of the answers."""

    async def add(self, invite: Invite) -> None:
        """Keep a new one."""
        ...

    async def find(self, code: str, now: datetime) -> Invite | None:
        """The invitation with this code."""
        ...

    async def use(self, code: str, now: datetime) -> Invite | None:
        """Use it up; of any number of uses at once exactly one gets it."""
        ...

    async def list_of(self, account_id: AccountId, now: datetime, window: Window) -> Page[Invite]:
        """One person's, newest first."""
        ...

    async def remove(self, code: str, account_id: AccountId | None = None) -> bool:
        """Take it back (with an account: only if it is theirs); whether there was one."""
        ...

    async def remove_all_of(self, account_id: AccountId) -> None:
        """Take back all of one person's."""
        ...

    async def remove_expired(self, now: datetime) -> int:
        """Remove those that are over; returns how many."""
        ...
