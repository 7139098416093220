"""Rooms as rows."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId
from domain.paging import BadCursor, Key, Page, Window, cut_page
from domain.rooms.room import Keep, Room, RoomId, RoomState
from domain.rooms.stored_object import ObjectState
from storage.database.columns import from_microseconds, to_microseconds
from storage.database.holding import hold
from storage.database.tables.rooms import room_objects, rooms

_over_at = func.coalesce(rooms.c.closed_at, rooms.c.expires_at)
_FIELDS = [rooms.c[field.name] for field in dataclasses.fields(Room)]
# Made once: every call of every room runs some of these, and making one takes longer than its answer.
_ONE = select(*_FIELDS).where(rooms.c.id == bindparam("room"))
_ONE_SHARED = _ONE.with_for_update(read=True)
_ONE_HELD = _ONE.with_for_update()
_COUNTED = ("objects", "bytes_reserved", "entries", "entries_bytes")
_COUNT = (
    update(rooms)
    .where(rooms.c.id == bindparam("room"))
    .values({name: rooms.c[name] + bindparam(f"more_{name}") for name in _COUNTED})
)


class RoomRows:
    """Implements `domain.rooms.collections.Rooms`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, room: Room) -> bool:
        await hold(self._connection, f"room {room.id}")
        if await self.get(room.id) is not None:
            return False
        values = dataclasses.asdict(room) | {"keep": room.keep.value, "state": room.state.value}
        await self._connection.execute(insert(rooms).values(values))
        return True

    async def get(self, room_id: RoomId) -> Room | None:
        return await self._one(_ONE, room_id)

    async def share(self, room_id: RoomId) -> Room | None:
        return await self._one(_ONE_SHARED, room_id)

    async def hold(self, room_id: RoomId) -> Room | None:
        return await self._one(_ONE_HELD, room_id)

    async def open_of(self, account_id: AccountId, now: datetime, window: Window) -> Page[Room]:
        query = select(*_FIELDS).where(_open_of(account_id, now))
        if window.after is not None:
            query = query.where(_before(window.after))
        query = query.order_by(rooms.c.created_at.desc(), rooms.c.id.desc()).limit(window.limit + 1)
        found = [_room(row) for row in await self._connection.execute(query)]
        return cut_page("rooms", found, window.limit, lambda room: (to_microseconds(room.created_at), room.id))

    async def count_open_of(self, account_id: AccountId, now: datetime) -> int:
        query = select(func.count()).select_from(rooms).where(_open_of(account_id, now))
        return (await self._connection.execute(query)).scalar_one()

    async def change(self, room_id: RoomId, *, expires_at: datetime, keep: Keep) -> None:
        await self._update(rooms.c.id == room_id, {"expires_at": expires_at, "keep": keep.value})

    async def count(
        self, room_id: RoomId, *, objects: int = 0, reserved: int = 0, entries: int = 0, size: int = 0
    ) -> None:
        more = zip(_COUNTED, (objects, reserved, entries, size), strict=True)
        await self._connection.execute(_COUNT, {"room": room_id, **{f"more_{name}": by for name, by in more}})

    async def close(self, room_id: RoomId, now: datetime) -> None:
        await self._update(rooms.c.id == room_id, {"state": RoomState.DELETING.value, "closed_at": now})

    async def close_all_of(self, account_id: AccountId, now: datetime) -> Sequence[RoomId]:
        found = await self._ids(and_(rooms.c.account_id == account_id, rooms.c.state == RoomState.OPEN.value))
        await self._update(rooms.c.id.in_(found), {"state": RoomState.DELETING.value, "closed_at": now})
        return found

    async def note_expired(self, now: datetime, limit: int) -> Sequence[RoomId]:
        found = await self._ids(and_(rooms.c.state == RoomState.OPEN.value, rooms.c.expires_at <= now), limit)
        await self._update(rooms.c.id.in_(found), {"state": RoomState.DELETING.value})
        return found

    async def to_empty(self, limit: int, account_id: AccountId | None = None) -> Sequence[RoomId]:
        query = select(rooms.c.id).where(rooms.c.state == RoomState.DELETING.value)
        if account_id is not None:
            query = query.where(rooms.c.account_id == account_id)
        found = await self._connection.execute(query.order_by(rooms.c.expires_at).limit(limit))
        return list(found.scalars())

    async def mark_gone(self, room_id: RoomId) -> None:
        await self._update(rooms.c.id == room_id, {"state": RoomState.GONE.value})

    async def overdue_since(self, now: datetime) -> datetime | None:
        not_emptied = or_(
            rooms.c.state == RoomState.DELETING.value,
            and_(rooms.c.state == RoomState.OPEN.value, rooms.c.expires_at <= now),
        )
        left_alone = and_(room_objects.c.state == ObjectState.UPLOADING.value, room_objects.c.reserved_until <= now)
        queries = (
            select(func.min(_over_at)).where(not_emptied),
            select(func.min(room_objects.c.reserved_until)).where(left_alone),
        )
        since = [(await self._connection.execute(query)).scalar() for query in queries]
        return min((moment for moment in since if moment is not None), default=None)

    async def forget(self, over_before: datetime, limit: int) -> int:
        old = and_(rooms.c.state == RoomState.GONE.value, _over_at <= over_before)
        return (
            await self._connection.execute(delete(rooms).where(rooms.c.id.in_(await self._ids(old, limit))))
        ).rowcount

    async def _one(self, query: Select[Any], room_id: RoomId) -> Room | None:
        row = (await self._connection.execute(query, {"room": room_id})).first()
        return None if row is None else _room(row)

    async def _ids(self, which: ColumnElement[bool], limit: int | None = None) -> list[RoomId]:
        """Those rooms, held in the order of their ids."""
        query = select(rooms.c.id).where(which).order_by(rooms.c.id).limit(limit).with_for_update()
        return list((await self._connection.execute(query)).scalars())

    async def _update(self, which: ColumnElement[bool], values: dict[str, Any]) -> None:
        await self._connection.execute(update(rooms).where(which).values(values))


def _open_of(account_id: AccountId, now: datetime) -> ColumnElement[bool]:
    return and_(rooms.c.account_id == account_id, rooms.c.state == RoomState.OPEN.value, rooms.c.expires_at > now)


def _before(place: Key) -> ColumnElement[bool]:
    made, room_id = place
    if not isinstance(made, int) or not isinstance(room_id, str):
        raise BadCursor(field="cursor")
    moment = from_microseconds(made)
    return or_(rooms.c.created_at < moment, and_(rooms.c.created_at == moment, rooms.c.id < room_id))


def _room(row: Row[Any]) -> Room:
    found = row._mapping
    return Room(**{**found, "keep": Keep(found["keep"]), "state": RoomState(found["state"])})
