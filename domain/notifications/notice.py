"""Something that one person is told, and the collection of all of it, grouped by the thing it is about."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.errors import NotFound
from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId, CommentId, NotificationId, PostId
from domain.paging import Page, Window


class NotificationNotFound(NotFound):
    """No such notification of this person, or one that is read already."""


class Kind(StrEnum):
    """What happened."""

    FOLLOWED = "followed"
    FOLLOW_REQUESTED = "follow_requested"
    LIKED = "liked"
    COMMENTED = "commented"
    MENTIONED = "mentioned"
    TAKEN_DOWN = "taken_down"
    APPEAL_ANSWERED = "appeal_answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One act that one person is told of.

    Acts of the same `kind` and `about` become one notification. `about` is the id of the thing, as text: the post that
    was liked, commented on, or mentions somebody in its caption; the comment that mentions somebody; what was taken
    down or appealed for. It is empty for follows, which are about oneself. `actor` is None when a moderator acted:
    who that was is for the audit. `text` is a moderator's reason or answer.
    """

    to: AccountId
    kind: Kind
    about: str
    actor: AccountId | None
    post_id: PostId | None = None
    comment_id: CommentId | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """Acts of one kind about one thing, as the person who is told may see them now.

    `actors` are the newest three, newest first, and `count` is how many there are; without any actor it is 1.
    `post_id` and `comment_id` name what this person may see, and what was taken down from them;
    of several comments, the newest.
    """

    id: NotificationId
    kind: Kind
    actors: tuple[SeenAccount, ...]
    count: int
    post_id: PostId | None
    comment_id: CommentId | None
    text: str | None
    updated_at: datetime
    is_read: bool


class Notifications(Protocol):
    """What everybody is told; people one has muted or may not see are in none of the answers."""

    async def is_wanted(self, notice: Notice, now: datetime) -> bool:
        """Whether who is told may see who acted and what it is about, and has not muted them."""
        ...

    async def add(self, notice: Notice, now: datetime) -> bool:
        """Keep it, in one notification with those before; whether it made or reopened one (unread, at the top)."""
        ...

    async def withdraw(self, notice: Notice) -> bool:
        """Take back what `add` kept, before the row of its comment goes; whether there was something to take back.

        A notification goes with its last actor. Somebody who said something else to the same post stays.
        """
        ...

    async def list(
        self, account_id: AccountId, window: Window, now: datetime, *, unread_only: bool = False
    ) -> Page[Notification]:
        """Those of this person, the latest change first; only unread ones when asked."""
        ...

    async def unread_count(self, account_id: AccountId, now: datetime) -> int:
        """How many unread ones `list` shows."""
        ...

    async def mark_read(self, account_id: AccountId, notification_id: NotificationId, now: datetime) -> bool:
        """Whether it was theirs and unread."""
        ...

    async def mark_all_read(self, account_id: AccountId, now: datetime) -> bool:
        """Whether there was an unread one."""
        ...

    async def remove_all_of(self, account_id: AccountId) -> None:
        """Remove all that this person is told, and take them out of what others are told."""
        ...
