"""Notifications as JSON."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from domain.ids import AccountId, CommentId, PostId
from domain.moderation.target import Target, TargetKind
from domain.notifications.notice import Kind, Notification
from domain.posts.comment import ShownComment
from domain.posts.post import ShownPost
from ui.api.account_shapes import UserShape, user_for
from ui.api.moderation_shapes import NamedTarget
from ui.api.post_shapes import CommentShape, PostShape, comment_for, post_for
from ui.parts import Parts

_OF_MODERATORS = (Kind.TAKEN_DOWN, Kind.APPEAL_ANSWERED)


class ToldTarget(NamedTarget):
    """What a moderator acted upon; `appealed`: one has asked for it, and nobody has answered yet."""

    appealed: bool


class NotificationShape(BaseModel):
    """Acts of one kind about one thing.

    `actors` are the newest three of `count`. `post` and `comment` are null where there is none one may see now.
    When a moderator acted, `target` says upon what (it is what an appeal names) and `text` why, or how they answered.
    """

    id: UUID
    kind: Kind
    actors: list[UserShape]
    count: int
    post: PostShape | None
    comment: CommentShape | None
    target: ToldTarget | None
    text: str | None
    read: bool
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenThings:
    """What a page of notifications is about, of what its person may see now; `appealed`: for what they have asked."""

    posts: Mapping[PostId, ShownPost]
    comments: Mapping[CommentId, ShownComment]
    appealed: Set[Target]


def notification_for(parts: Parts, told: Notification, seen: SeenThings, viewer: AccountId) -> NotificationShape:
    """The notification for whom it is, with what they may see of what it is about."""
    about = acted_upon(told, viewer)
    post = None if told.post_id is None else seen.posts.get(told.post_id)
    comment = None if told.comment_id is None or post is None else seen.comments.get(told.comment_id)
    return NotificationShape(
        id=told.id,
        kind=told.kind,
        actors=[user_for(parts, actor, viewer) for actor in told.actors],
        count=told.count,
        post=None if post is None else post_for(parts, post, viewer),
        comment=None if comment is None else comment_for(parts, comment, viewer),
        target=None if about is None else ToldTarget(kind=about.kind, id=about.id, appealed=about in seen.appealed),
        text=told.text,
        read=told.is_read,
        updated_at=told.updated_at,
    )


def acted_upon(told: Notification, viewer: AccountId) -> Target | None:
    """What a moderator acted upon of this viewer's; None where none did."""
    if told.kind not in _OF_MODERATORS:
        return None
    if told.comment_id is not None:
        return Target(kind=TargetKind.COMMENT, id=told.comment_id)
    if told.post_id is not None:
        return Target(kind=TargetKind.POST, id=told.post_id)
    return Target(kind=TargetKind.USER, id=viewer)
