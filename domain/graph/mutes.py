"""Mutes: who does not want to hear of whom. It hides from feed and notifications, and nobody else learns of it."""

from datetime import datetime
from typing import Protocol

from domain.graph.seen_account import SeenSince
from domain.ids import AccountId
from domain.paging import Page, Window


class Mutes(Protocol):
    """All mutes."""

    async def add(self, muter: AccountId, muted: AccountId, now: datetime) -> None:
        """Mute somebody who is not muted yet, while both are held."""
        ...

    async def remove(self, muter: AccountId, muted: AccountId) -> bool:
        """Whether there was one."""
        ...

    async def list_of(self, muter: AccountId, window: Window) -> Page[SeenSince]:
        """Whom this person mutes and may see, newest first, for their own eyes."""
        ...

    async def remove_all_of(self, account_id: AccountId) -> None:
        """Remove this person's mutes and those of them."""
        ...
