"""Looking at people with somebody's eyes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.graph.relationship import Profile, Relationship
from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId


class People(Protocol):
    """All people, as a viewer sees them (None: somebody who is not signed in)."""

    async def profile(self, account_id: AccountId, viewer: AccountId) -> Profile | None:
        """The person with what stands between the two, in one query; None for whom the viewer may not see."""
        ...

    async def public_profile(self, account_id: AccountId, now: datetime) -> Profile | None:
        """The same for somebody who is not signed in, to whom suspended people are not there."""
        ...

    async def seen(self, account_ids: Sequence[AccountId], viewer: AccountId | None) -> Mapping[AccountId, SeenAccount]:
        """Each of these people, in one query. Who may be shown is not asked again: the ids come from a question
        that did, such as a list of posts this viewer may see.
        """
        ...

    async def relationships(
        self, account_ids: Sequence[AccountId], viewer: AccountId
    ) -> Mapping[AccountId, Relationship]:
        """What stands between the viewer and each of these people whom they may see, in one query."""
        ...
