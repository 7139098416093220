"""What somebody says to a post."""

from dataclasses import dataclass
from datetime import datetime

from domain.errors import Forbidden, NotFound, RuleBroken
from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId, CommentId, PostId


class CommentNotFound(NotFound):
    """No such comment under this post, or none that this viewer may see."""


class NotYourComment(Forbidden):
    """Only its author and the post's delete a comment."""


class BadReply(RuleBroken):
    """It answers a comment that is not there, or that stands under another post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One comment; `reply_to` is the one it answers, None also once that is deleted."""

    id: CommentId
    post_id: PostId
    author_id: AccountId
    body: str
    reply_to: CommentId | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownComment:
    """A comment as somebody sees it."""

    comment: Comment
    author: SeenAccount
