"""Follows between people, with the counters that go with them."""

from datetime import datetime
from typing import Protocol

from domain.ids import AccountId


class Follows(Protocol):
    """All follows; each change moves both people's counters in the same transaction."""

    async def add(self, follower: AccountId, followed: AccountId, now: datetime) -> bool:
        """Have one follow the other, accepted; whether that is new."""
        ...

    async def is_following(self, follower: AccountId, followed: AccountId) -> bool:
        """Whether one follows the other, accepted."""
        ...

    async def remove_all_of(self, account_id: AccountId) -> None:
        """Remove every follow from and to this person."""
        ...
