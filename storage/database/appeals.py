"""Appeals as rows."""

from collections.abc import Collection, Set
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, AppealId
from domain.moderation.appeal import Appeal, AppealOpen, AppealState
from domain.moderation.target import Target, TargetKind
from domain.paging import Page, Window, cut_page
from storage.database.cursors import id_in
from storage.database.holding import hold
from storage.database.tables.moderation import appeals

_OPEN = appeals.c.state == AppealState.OPEN.value


class AppealRows:
    """Implements `domain.moderation.appeal.Appeals`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, appeal: Appeal) -> None:
        await hold(self._connection, f"appeal {appeal.target.id}")
        if (await self._connection.execute(select(appeals.c.id).where(_OPEN, _about(appeal.target)))).first():
            raise AppealOpen
        values = {
            "id": appeal.id,
            "account_id": appeal.account_id,
            "target_kind": appeal.target.kind.value,
            "target_id": appeal.target.id,
            "text": appeal.text,
            "state": appeal.state.value,
            "created_at": appeal.created_at,
            "answered_at": appeal.answered_at,
        }
        await self._connection.execute(insert(appeals).values(values))

    async def get(self, appeal_id: AppealId) -> Appeal | None:
        row = (await self._connection.execute(select(appeals).where(appeals.c.id == appeal_id))).first()
        return None if row is None else _appeal(row)

    async def answer(self, appeal_id: AppealId, state: AppealState, now: datetime) -> bool:
        query = update(appeals).where(appeals.c.id == appeal_id, _OPEN).values(state=state.value, answered_at=now)
        return (await self._connection.execute(query)).rowcount > 0

    async def list(self, state: AppealState | None, window: Window) -> Page[Appeal]:
        query = select(appeals).order_by(appeals.c.id.desc()).limit(window.limit + 1)
        if state is not None:
            query = query.where(appeals.c.state == state.value)
        if window.after is not None:
            query = query.where(appeals.c.id < id_in(window.after[0]))
        rows = [_appeal(row) for row in await self._connection.execute(query)]
        return cut_page("appeals", rows, window.limit, lambda appeal: (str(appeal.id),))

    async def open_among(self, account_id: AccountId, targets: Collection[Target]) -> Set[Target]:
        if not targets:
            return frozenset()
        query = select(appeals.c.target_kind, appeals.c.target_id).where(
            _OPEN, appeals.c.account_id == account_id, appeals.c.target_id.in_({one.id for one in targets})
        )
        rows = await self._connection.execute(query)
        return {Target(kind=TargetKind(row.target_kind), id=row.target_id) for row in rows}.intersection(targets)

    async def open_count(self) -> int:
        return (await self._connection.execute(select(func.count()).select_from(appeals).where(_OPEN))).scalar_one()

    async def remove_about(self, target: Target) -> None:
        await self._connection.execute(delete(appeals).where(_about(target)))

    async def remove_all_of(self, account_id: AccountId) -> None:
        await self._connection.execute(delete(appeals).where(appeals.c.account_id == account_id))


def _about(target: Target) -> ColumnElement[bool]:
    return and_(appeals.c.target_kind == target.kind.value, appeals.c.target_id == target.id)


def _appeal(row: Row[Any]) -> Appeal:
    return Appeal(
        id=row.id,
        account_id=row.account_id,
        target=Target(kind=TargetKind(row.target_kind), id=row.target_id),
        text=row.text,
        state=AppealState(row.state),
        created_at=row.created_at,
        answered_at=row.answered_at,
    )
