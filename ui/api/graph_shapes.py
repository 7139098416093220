"""What stands between people as JSON."""

from datetime import datetime

from pydantic import BaseModel

from domain.graph.relationship import Relationship
from domain.graph.seen_account import SeenSince
from domain.ids import AccountId
from domain.paging import Page
from domain.posts.hints import Hints, hint
from ui.api.account_shapes import UserShape, user_for
from ui.api.listing import Listing
from ui.parts import Parts


class RelationshipShape(BaseModel):
    """What stands between oneself and somebody, from one's own side."""

    is_following: bool
    is_followed_by: bool
    is_requested: bool
    is_blocking: bool
    is_muting: bool


class FollowShape(BaseModel):
    """Somebody of a list of follows, and since when."""

    user: UserShape
    followed_at: datetime


class RequestShape(BaseModel):
    """Somebody who waits to follow, and since when."""

    user: UserShape
    requested_at: datetime


class BlockShape(BaseModel):
    """Somebody one blocks, and since when."""

    user: UserShape
    blocked_at: datetime


class MuteShape(BaseModel):
    """Somebody one mutes, and since when."""

    user: UserShape
    muted_at: datetime


def relationship_shape(between: Relationship) -> RelationshipShape:
    """It as JSON."""
    return RelationshipShape(
        is_following=between.is_following,
        is_followed_by=between.is_followed_by,
        is_requested=between.is_requested,
        is_blocking=between.is_blocking,
        is_muting=between.is_muting,
    )


def listed_follows(parts: Parts, page: Page[SeenSince], viewer: AccountId | None) -> Listing[FollowShape]:
    """Followers, or whom somebody follows."""
    items = [FollowShape(user=user_for(parts, one.person, viewer), followed_at=one.since) for one in page.items]
    return Listing(items=items, next_cursor=page.next_cursor)


async def hint_at_notifications(parts: Parts, *people: AccountId) -> None:
    """Have open pages of these people count anew: something was told them, taken back, or is hidden now."""
    await hint(parts.messages, Hints(told=people))
