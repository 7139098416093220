"""Links with which a forgotten password is replaced; only their digest is kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.errors import Gone
from domain.ids import AccountId

LIFE = timedelta(days=1)


class ResetLinkUnknown(Gone):
    """Used, replaced by a newer one, expired, or never made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetLink:
    """One link, by the digest of its code."""

    hash: bytes
    account_id: AccountId
    expires_at: datetime


class ResetLinks(Protocol):
    """At most one link per person; those that are over are in none of the answers."""

    async def replace(self, link: ResetLink) -> None:
        """Keep a new one; the person's older one stops working."""
        ...

    async def find(self, code_hash: bytes, now: datetime) -> ResetLink | None:
        """The link with this digest."""
        ...

    async def use(self, code_hash: bytes, now: datetime) -> ResetLink | None:
        """Use it up; of any number of uses at once exactly one gets it."""
        ...

    async def remove_of(self, account_id: AccountId) -> None:
        """Have this person's link stop working."""
        ...

    async def remove_expired(self, now: datetime) -> int:
        """Remove those that are over; returns how many."""
        ...
