"""Reports, appeals and the audit as JSON, and what they are about as moderators get to see it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId
from domain.moderation.appeal import Appeal, AppealState
from domain.moderation.audit import AuditEntry
from domain.moderation.flag import Flag, FlagState
from domain.moderation.target import ShownTarget, Target, TargetKind
from ui.api.account_shapes import UserShape, user_for
from ui.api.post_shapes import CommentShape, PostShape, comment_for, post_for
from ui.parts import Parts


class NamedTarget(BaseModel):
    """One person, post or comment, by its id."""

    kind: TargetKind
    id: UUID


class TakenDownShape(BaseModel):
    """Since when nobody sees it, and why."""

    at: datetime
    reason: str


class TargetShape(NamedTarget):
    """The one of its kind is there for moderators, also while nobody else sees it; none of them once it is deleted."""

    user: UserShape | None
    post: PostShape | None
    comment: CommentShape | None
    taken_down: TakenDownShape | None


class MadeShape(BaseModel):
    """What one reported or appealed for has its own id now."""

    id: UUID
    target: NamedTarget
    created_at: datetime


class MadeFlagShape(MadeShape):
    """One's own report."""

    reason: str
    state: FlagState


class MadeAppealShape(MadeShape):
    """One's own appeal."""

    text: str
    state: AppealState


class FlagShape(BaseModel):
    """A report as moderators see it."""

    id: UUID
    reporter: UserShape | None
    target: TargetShape
    reason: str
    state: FlagState
    created_at: datetime
    answered_at: datetime | None


class AppealShape(BaseModel):
    """An appeal as moderators see it."""

    id: UUID
    account: UserShape | None
    target: TargetShape
    text: str
    state: AppealState
    created_at: datetime
    answered_at: datetime | None


class AuditTargetShape(BaseModel):
    """What something was done to; `id` is null for a person who has left, `user` is there for a person who has not."""

    kind: str
    id: UUID | None
    ref: UUID
    user: UserShape | None


class AuditShape(BaseModel):
    """One act. `actor` is null for Kamra itself and for somebody who has left; hashes are hexadecimal SHA-256."""

    number: int
    time: datetime
    actor: UserShape | None
    actor_ref: UUID | None
    action: str
    target: AuditTargetShape
    reason: str
    previous_hash: str
    hash: str


class VerdictShape(BaseModel):
    """Whether the chain is whole; `first_bad` is the number of the first row that is missing or not as written."""

    valid: bool
    head: str
    length: int
    first_bad: int | None


def named(target: Target) -> NamedTarget:
    """The target by its id."""
    return NamedTarget(kind=target.kind, id=target.id)


def target_for(parts: Parts, target: Target, shown: ShownTarget | None, moderator: AccountId) -> TargetShape:
    """The target for this moderator; `shown` is None once it is gone."""
    it = shown or ShownTarget()
    return TargetShape(
        kind=target.kind,
        id=target.id,
        user=None if it.user is None else user_for(parts, it.user, moderator),
        post=None if it.post is None else post_for(parts, it.post, moderator),
        comment=None if it.comment is None else comment_for(parts, it.comment, moderator),
        taken_down=None if it.taken_down is None else TakenDownShape(at=it.taken_down.at, reason=it.taken_down.reason),
    )


def made_flag(flag: Flag) -> MadeFlagShape:
    """The report for whoever made it."""
    return MadeFlagShape(
        id=flag.id, target=named(flag.target), created_at=flag.created_at, reason=flag.reason, state=flag.state
    )


def made_appeal(appeal: Appeal) -> MadeAppealShape:
    """The appeal for whoever made it."""
    return MadeAppealShape(
        id=appeal.id, target=named(appeal.target), created_at=appeal.created_at, text=appeal.text, state=appeal.state
    )


def person_for(
    parts: Parts, people: Mapping[AccountId, SeenAccount], account_id: AccountId | None, viewer: AccountId
) -> UserShape | None:
    """One of these people, None for somebody who is not among them."""
    found = None if account_id is None else people.get(account_id)
    return None if found is None else user_for(parts, found, viewer)


def whom_of(entry: AuditEntry) -> AccountId | None:
    """The person it was done to, None for a post or comment and for somebody who has left."""
    if entry.target_id is None or entry.row.target_kind != TargetKind.USER:
        return None
    return AccountId(entry.target_id)


def audit_for(
    parts: Parts, entry: AuditEntry, people: Mapping[AccountId, SeenAccount], moderator: AccountId
) -> AuditShape:
    """A row of the audit, with who acted and to whom, as far as they are among these people."""
    row = entry.row
    return AuditShape(
        number=row.number,
        time=row.at,
        actor=person_for(parts, people, entry.actor_id, moderator),
        actor_ref=row.actor_ref,
        action=row.action,
        target=AuditTargetShape(
            kind=row.target_kind,
            id=entry.target_id,
            ref=row.target_ref,
            user=person_for(parts, people, whom_of(entry), moderator),
        ),
        reason=row.reason,
        previous_hash=entry.previous_hash.hex(),
        hash=row.hash.hex(),
    )
