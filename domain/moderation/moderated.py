"""Looking at what was reported, taken down or appealed for, with a moderator's eyes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.ids import AccountId
from domain.moderation.target import ShownTarget, TakenDown, Target


class Moderated(Protocol):
    """People, posts and comments, whoever else may see them."""

    async def shown(
        self, targets: Sequence[Target], moderator: AccountId, now: datetime
    ) -> Mapping[Target, ShownTarget]:
        """Each of them, whoever else may see it; what is gone is left out. Some queries, however many they are."""
        ...

    async def taken_down(self, target: Target) -> TakenDown | None:
        """Since when and why a post or comment is taken down; None when it is not, or not there."""
        ...

    async def hold_taken_down(self, target: Target) -> TakenDown | None:
        """The same, and nobody else restores it until the transaction ends."""
        ...

    async def taken_down_before(self, moment: datetime) -> Sequence[Target]:
        """What has been taken down since before that."""
        ...
