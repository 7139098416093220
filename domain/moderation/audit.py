"""The audit: a chain of everything that moderators did, in which no link can be changed without a trace."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from domain.ids import AccountId
from domain.moderation.target import Target, TargetKind
from domain.paging import Page, Window

BEFORE_ALL = bytes(32)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Action(StrEnum):
    """What was done."""

    TAKE_DOWN = "take_down"
    RESTORE = "restore"
    PURGE = "purge"  # by Kamra itself, once the time to restore is over
    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    RESOLVE_FLAG = "resolve_flag"
    DISMISS_FLAG = "dismiss_flag"
    UPHOLD_APPEAL = "uphold_appeal"
    REJECT_APPEAL = "reject_appeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """One act; `number` counts from 1 without a gap.

    People are named by a random reference that goes with their account; `actor_ref` is None for Kamra itself, and
    `target_ref` is the id of a post or comment. `action` and `target_kind` are plain text, as somebody may have
    written anything into the row.
    """

    number: int
    at: datetime
    actor_ref: UUID | None
    action: str
    target_kind: str
    target_ref: UUID
    reason: str
    hash: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """A row with the hash of the one before it, and whom it names as long as they are here."""

    row: AuditRow
    previous_hash: bytes
    actor_id: AccountId | None
    target_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainHead:
    """How long the chain is and the hash of its last row (32 zero bytes before the first)."""

    length: int
    hash: bytes


def hash_of(row: AuditRow, previous: bytes) -> bytes:
    """What `row.hash` must be.

    SHA-256 over the 32 bytes of the hash before (zero bytes for the first row), followed by the row's other fields as
    a JSON array in UTF-8 without spaces and without escaping what is not ASCII: number, the time in whole
    microseconds since 1970 (UTC), actor's reference or null, action, target's kind, target's reference, reason;
    references in their usual form of 36 lower-case characters.
    """
    fields = [
        row.number,
        (row.at - _EPOCH) // timedelta(microseconds=1),
        None if row.actor_ref is None else str(row.actor_ref),
        row.action,
        row.target_kind,
        str(row.target_ref),
        row.reason,
    ]
    return hashlib.sha256(
        previous + json.dumps(fields, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    ).digest()


class Audit(Protocol):
    """The chain, to which rows are only ever added."""

    async def reference_of(self, account_id: AccountId) -> UUID:
        """By which the audit names this person, given now if it never did; call it while holding the person."""
        ...

    async def append(
        self, action: Action, kind: TargetKind, target_ref: UUID, *, by: UUID | None, reason: str, now: datetime
    ) -> AuditRow:
        """Add the next row; nobody else adds one until the transaction ends, so it comes last in it."""
        ...

    async def list(self, window: Window) -> Page[AuditEntry]:
        """The rows, newest first."""
        ...

    async def head(self) -> ChainHead:
        """Its end."""
        ...

    async def after(self, number: int, limit: int) -> Sequence[AuditRow]:
        """The next rows after this number, as they stand."""
        ...


async def write_down(
    audit: Audit, action: Action, target: Target, *, by: AccountId | None, reason: str, now: datetime
) -> None:
    """Add an act to the audit; the last thing in its transaction, by a person who is held (None: Kamra itself)."""
    actor = None if by is None else await audit.reference_of(by)
    is_person = target.kind is TargetKind.USER
    named = await audit.reference_of(AccountId(target.id)) if is_person else target.id
    await audit.append(action, target.kind, named, by=actor, reason=reason, now=now)
