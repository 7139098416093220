"""The audit as rows, each with the hash that ties it to the one before."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row, and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId
from domain.moderation.audit import BEFORE_ALL, Action, AuditEntry, AuditRow, ChainHead, hash_of
from domain.moderation.target import TargetKind
from domain.paging import BadCursor, Page, Window, cut_page
from storage.database.holding import hold
from storage.database.tables.accounts import accounts
from storage.database.tables.moderation import audit


class AuditRows:
    """Implements `domain.moderation.audit.Audit`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def reference_of(self, account_id: AccountId) -> UUID:
        known = select(accounts.c.audit_ref).where(accounts.c.id == account_id)
        found = (await self._connection.execute(known)).scalar_one()
        if found is not None:
            return found
        given = uuid4()  # by chance alone: an id that tells its time would tell who it is
        query = update(accounts).where(accounts.c.id == account_id).values(audit_ref=given)
        await self._connection.execute(query)
        return given

    async def append(
        self, action: Action, kind: TargetKind, target_ref: UUID, *, by: UUID | None, reason: str, now: datetime
    ) -> AuditRow:
        await hold(self._connection, "audit")
        head = await self.head()
        open_row = AuditRow(
            number=head.length + 1,
            at=now,
            actor_ref=by,
            action=action.value,
            target_kind=kind.value,
            target_ref=target_ref,
            reason=reason,
            hash=b"",
        )
        row = dataclasses.replace(open_row, hash=hash_of(open_row, head.hash))
        await self._connection.execute(insert(audit).values(dataclasses.asdict(row)))
        return row

    async def list(self, window: Window) -> Page[AuditEntry]:
        before, actor, target = audit.alias("before"), accounts.alias("actor"), accounts.alias("target")
        is_target = and_(audit.c.target_kind == TargetKind.USER.value, target.c.audit_ref == audit.c.target_ref)
        query = (
            select(audit, before.c.hash.label("hash_before"), actor.c.id.label("actor_id"), target.c.id.label("whom"))
            .outerjoin(before, before.c.number == audit.c.number - 1)
            .outerjoin(actor, and_(actor.c.audit_ref == audit.c.actor_ref, actor.c.gone_at.is_(None)))
            .outerjoin(target, and_(is_target, target.c.gone_at.is_(None)))
            .order_by(audit.c.number.desc())
            .limit(window.limit + 1)
        )
        if window.after is not None:
            (number,) = window.after
            if not isinstance(number, int):
                raise BadCursor(field="cursor")
            query = query.where(audit.c.number < number)
        rows = [_entry(row) for row in await self._connection.execute(query)]
        return cut_page("audit", rows, window.limit, lambda entry: (entry.row.number,))

    async def head(self) -> ChainHead:
        query = select(audit.c.number, audit.c.hash).order_by(audit.c.number.desc()).limit(1)
        row = (await self._connection.execute(query)).first()
        return ChainHead(length=0, hash=BEFORE_ALL) if row is None else ChainHead(length=row.number, hash=row.hash)

    async def after(self, number: int, limit: int) -> Sequence[AuditRow]:
        query = select(audit).where(audit.c.number > number).order_by(audit.c.number).limit(limit)
        return [_row(row) for row in await self._connection.execute(query)]


def _entry(row: Row[Any]) -> AuditEntry:
    is_person = row.target_kind == TargetKind.USER.value
    return AuditEntry(
        row=_row(row),
        previous_hash=row.hash_before or BEFORE_ALL,
        actor_id=row.actor_id,
        target_id=row.whom if is_person else row.target_ref,
    )


def _row(row: Row[Any]) -> AuditRow:
    return AuditRow(**{field.name: row._mapping[field.name] for field in dataclasses.fields(AuditRow)})
