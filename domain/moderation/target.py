"""What a report, an appeal or an act of a moderator is about."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from domain.errors import RuleBroken
from domain.graph.seen_account import SeenAccount
from domain.plain_text import is_text
from domain.posts.comment import ShownComment
from domain.posts.post import ShownPost

MAX_REASON = 500


class BadReason(RuleBroken):
    """Empty, longer than `max` characters, or no text."""


class TargetKind(StrEnum):
    """What sort of thing it is."""

    USER = "user"
    POST = "post"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One person, post or comment."""

    kind: TargetKind
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenDown:
    """Since when nobody sees it, and why."""

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTarget:
    """The thing as a moderator gets to see it, whoever else may; the one of its kind, or nothing when it is gone."""

    user: SeenAccount | None = None
    post: ShownPost | None = None
    comment: ShownComment | None = None
    taken_down: TakenDown | None = None


def checked_reason(reason: str) -> str:
    """The reason as it is kept. Raises BadReason."""
    if len(reason) > MAX_REASON or not reason.strip() or not is_text(reason):
        raise BadReason(field="reason", max=MAX_REASON)
    return reason
