"""One post: up to ten pictures with a caption, as it is kept and as somebody sees it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.errors import Forbidden, NotFound
from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId, MediaId, PostId
from domain.media.media import Rendition


class PostNotFound(NotFound):
    """No such post, or none that this viewer may see: the same answer for both."""


class NotYourPost(Forbidden):
    """Only its author changes or deletes a post."""


class Visibility(StrEnum):
    """Whom its author shows a post."""

    PUBLIC = "public"
    FOLLOWERS = "followers"
    ME = "me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post. `edited_at` is when its author last changed it; a comment that is taken down is not counted."""

    id: PostId
    author_id: AccountId
    caption: str | None
    visibility: Visibility
    like_count: int
    comment_count: int
    created_at: datetime
    edited_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """A picture of a post, as others see it; sizes in pixels, renditions largest first and JPEG before lighter ones."""

    id: MediaId
    width: int | None
    height: int | None
    alt: str
    placeholder: bytes | None
    renditions: tuple[Rendition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPost:
    """A post as one viewer sees it now.

    `mentions` are the handles of people whom the caption names, in its order, without those the viewer may not see.
    """

    post: Post
    author: SeenAccount
    is_liked: bool
    pictures: tuple[ShownPicture, ...]
    mentions: tuple[str, ...]
