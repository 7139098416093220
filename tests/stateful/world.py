"""All that a Kamra holds, in plain dictionaries, for a model that answers by looking at everything."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from domain.accounts.account import Role
from domain.ids import AccountId, CommentId, MediaId, PostId
from domain.notifications.notice import Kind
from domain.posts.post import Visibility

FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
Pair = tuple[AccountId, AccountId]  # who does it, to whom


@dataclass(slots=True, kw_only=True)
class Someone:
    """A person who is here; `shut_out` with an end of None lasts until it is undone."""

    id: AccountId
    handle: str
    role: Role
    pictures: list[MediaId]
    is_private: bool = False
    shut_out: bool = False
    shut_out_until: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Posted:
    """A post with who likes it, since when, and whom its caption mentioned when it was last written."""

    id: PostId
    author: AccountId
    caption: str | None
    visibility: Visibility
    pictures: list[MediaId]
    is_down: bool = False
    likes: dict[AccountId, datetime] = field(default_factory=dict)
    mentions: set[AccountId] = field(default_factory=set)


@dataclass(slots=True, kw_only=True)
class Said:
    """A comment."""

    id: CommentId
    post: PostId
    author: AccountId
    body: str
    reply_to: CommentId | None
    is_down: bool = False


@dataclass(slots=True, kw_only=True)
class Told:
    """What one person was told of one kind about one thing; nobody acts where a moderator did."""

    to: AccountId
    kind: Kind
    about: str
    post: PostId | None
    comment: CommentId | None
    text: str | None = None
    actors: dict[AccountId, datetime] = field(default_factory=dict)
    updated_at: datetime = FIRST_DAY
    is_read: bool = False


@dataclass(slots=True, kw_only=True)
class World:
    """Everything at one moment."""

    now: datetime = FIRST_DAY
    people: dict[AccountId, Someone] = field(default_factory=dict)
    follows: dict[Pair, datetime] = field(default_factory=dict)
    requests: dict[Pair, datetime] = field(default_factory=dict)
    blocks: set[Pair] = field(default_factory=set)
    mutes: set[Pair] = field(default_factory=set)
    posts: dict[PostId, Posted] = field(default_factory=dict)
    comments: dict[CommentId, Said] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
