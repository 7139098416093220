"""Reports as rows."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, exists, func, insert, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, FlagId
from domain.moderation.flag import Flag, FlaggedAlready, FlagState
from domain.moderation.target import Target, TargetKind
from domain.paging import Page, Window, cut_page
from storage.database.cursors import id_in
from storage.database.holding import hold, in_order
from storage.database.tables.moderation import flags
from storage.database.tables.posts import comments, posts


class FlagRows:
    """Implements `domain.moderation.flag.Flags`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, flag: Flag) -> None:
        await hold(self._connection, f"flag {flag.reporter_id} {flag.target.id}")
        same = select(flags.c.id).where(flags.c.reporter_id == flag.reporter_id, _about(flag.target))
        if (await self._connection.execute(same)).first() is not None:
            raise FlaggedAlready
        values = {
            "id": flag.id,
            "reporter_id": flag.reporter_id,
            "target_kind": flag.target.kind.value,
            "target_id": flag.target.id,
            "reason": flag.reason,
            "state": flag.state.value,
            "created_at": flag.created_at,
            "answered_at": flag.answered_at,
        }
        await self._connection.execute(insert(flags).values(values))

    async def get(self, flag_id: FlagId) -> Flag | None:
        row = (await self._connection.execute(select(flags).where(flags.c.id == flag_id))).first()
        return None if row is None else _flag(row)

    async def answer(self, flag_id: FlagId, state: FlagState, now: datetime) -> bool:
        query = update(flags).where(flags.c.id == flag_id, flags.c.state == FlagState.OPEN.value)
        return (await self._connection.execute(query.values(state=state.value, answered_at=now))).rowcount > 0

    async def list(self, state: FlagState | None, window: Window) -> Page[Flag]:
        query = select(flags).order_by(flags.c.id.desc()).limit(window.limit + 1)
        if state is not None:
            query = query.where(flags.c.state == state.value)
        if window.after is not None:
            query = query.where(flags.c.id < id_in(window.after[0]))
        rows = [_flag(row) for row in await self._connection.execute(query)]
        return cut_page("flags", rows, window.limit, lambda flag: (str(flag.id),))

    async def open_count(self) -> int:
        query = select(func.count()).select_from(flags).where(flags.c.state == FlagState.OPEN.value)
        return (await self._connection.execute(query)).scalar_one()

    async def remove_about(self, target: Target) -> None:
        await self._connection.execute(delete(flags).where(_about(target)))

    async def remove_all_of(self, account_id: AccountId) -> None:
        theirs = or_(
            flags.c.reporter_id == account_id,
            and_(_is(TargetKind.USER), flags.c.target_id == account_id),
            and_(_is(TargetKind.POST), not_(exists().where(posts.c.id == flags.c.target_id))),
            and_(_is(TargetKind.COMMENT), not_(exists().where(comments.c.id == flags.c.target_id))),
        )
        await self._connection.execute(delete(flags).where(in_order(flags.c.id, theirs)))


def _is(kind: TargetKind) -> ColumnElement[bool]:
    return flags.c.target_kind == kind.value


def _about(target: Target) -> ColumnElement[bool]:
    return and_(_is(target.kind), flags.c.target_id == target.id)


def _flag(row: Row[Any]) -> Flag:
    return Flag(
        id=row.id,
        reporter_id=row.reporter_id,
        target=Target(kind=TargetKind(row.target_kind), id=row.target_id),
        reason=row.reason,
        state=FlagState(row.state),
        created_at=row.created_at,
        answered_at=row.answered_at,
    )
