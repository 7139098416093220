"""Telling open pages that something about posts changed; what they then show they ask for afresh."""

from collections.abc import Collection
from dataclasses import dataclass

from domain.ids import AccountId, PostId
from domain.messages import Messages

POSTS = "posts"
NOTIFICATIONS = "notifications"  # on the topic of an account: its person is told something else now


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What an act changed: a post, who published a new one, and whose notifications are others now."""

    changed: PostId | None = None
    new_by: AccountId | None = None
    told: Collection[AccountId] = ()


async def hint(messages: Messages, hints: Hints) -> None:
    """Call it once the act is committed; a hint names things and never says what is in them."""
    if hints.changed is not None:
        await messages.publish(POSTS, f"post {hints.changed}")
    if hints.new_by is not None:
        await messages.publish(POSTS, f"new {hints.new_by}")
    for account_id in hints.told:
        await messages.publish(f"account/{account_id}", NOTIFICATIONS)
