"""Blocks between people: each is gone for the other, everywhere."""

from datetime import datetime
from typing import Protocol

from domain.graph.seen_account import SeenSince
from domain.ids import AccountId
from domain.paging import Page, Window


class Blocks(Protocol):
    """All blocks; what they hide is decided by the one rule of who may see what."""

    async def add(self, blocker: AccountId, blocked: AccountId, now: datetime) -> None:
        """Block somebody whom one does not block yet, while both are held."""
        ...

    async def remove(self, blocker: AccountId, blocked: AccountId) -> bool:
        """Whether there was one."""
        ...

    async def is_blocking(self, blocker: AccountId, blocked: AccountId) -> bool:
        """Whether one blocks the other; not the other way round."""
        ...

    async def list_of(self, blocker: AccountId, window: Window) -> Page[SeenSince]:
        """Whom this person blocks, newest first, for their own eyes: nobody else tells them any more."""
        ...

    async def remove_all_of(self, account_id: AccountId) -> None:
        """Remove this person's blocks and those of them."""
        ...
