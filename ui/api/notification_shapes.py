"""Notifications as JSON."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from domain.ids import AccountId, CommentId, PostId
from domain.moderation.target import TargetKind
from domain.notifications.notice import Kind, Notification
from domain.posts.comment import ShownComment
from domain.posts.post import ShownPost
from ui.api.account_shapes import UserShape, user_for
from ui.api.moderation_shapes import NamedTarget
from ui.api.post_shapes import CommentShape, PostShape, comment_for, post_for
from ui.parts import Parts

_OF_MODERATORS = (Kind.TAKEN_DOWN, Kind.APPEAL_ANSWERED)


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
    target: NamedTarget | None
    text: str | None
    read: bool
    updated_at: datetime


def notification_for(
    parts: Parts,
    told: Notification,
    posts: Mapping[PostId, ShownPost],
    comments: Mapping[CommentId, ShownComment],
    viewer: AccountId,
) -> NotificationShape:
    """The notification for whom it is, with what they may see of these posts and comments."""
    post = None if told.post_id is None else posts.get(told.post_id)
    comment = None if told.comment_id is None or post is None else comments.get(told.comment_id)
    return NotificationShape(
        id=told.id,
        kind=told.kind,
        actors=[user_for(parts, actor, viewer) for actor in told.actors],
        count=told.count,
        post=None if post is None else post_for(parts, post, viewer),
        comment=None if comment is None else comment_for(parts, comment, viewer),
        target=_target(told, viewer) if told.kind in _OF_MODERATORS else None,
        text=told.text,
        read=told.is_read,
        updated_at=told.updated_at,
    )


def _target(told: Notification, viewer: AccountId) -> NamedTarget:
    if told.comment_id is not None:
        return NamedTarget(kind=TargetKind.COMMENT, id=told.comment_id)
    if told.post_id is not None:
        return NamedTarget(kind=TargetKind.POST, id=told.post_id)
    return NamedTarget(kind=TargetKind.USER, id=viewer)
