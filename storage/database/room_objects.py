"""Rooms' sealed objects and their parts as rows."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, func, insert, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.rooms.room import ObjectId, RoomId
from domain.rooms.stored_object import RESERVED_FOR, ObjectState, Part, StoredObject
from storage.database.tables.rooms import room_objects, room_parts

_OBJECT = room_objects.c
_PART = room_parts.c
_FIELDS = [_OBJECT[field.name] for field in dataclasses.fields(StoredObject)]
_PART_FIELDS = [_PART[field.name] for field in dataclasses.fields(Part)]
_LIVING = _OBJECT.state != ObjectState.DELETING.value


class RoomObjectRows:
    """Implements `domain.rooms.collections.RoomObjects`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, stored: StoredObject) -> None:
        await self._connection.execute(
            insert(room_objects).values(dataclasses.asdict(stored) | {"state": stored.state.value})
        )

    async def get(self, room_id: RoomId, object_id: ObjectId) -> StoredObject | None:
        return await self._one(select(*_FIELDS).where(_is(room_id, object_id)))

    async def hold(self, room_id: RoomId, object_id: ObjectId) -> StoredObject | None:
        return await self._one(select(*_FIELDS).where(_is(room_id, object_id)).with_for_update())

    async def parts(self, room_id: RoomId, object_id: ObjectId) -> Sequence[Part]:
        query = _parts_of(room_id, object_id).order_by(_PART.n)
        return [_part(row) for row in await self._connection.execute(query)]

    async def part(self, room_id: RoomId, object_id: ObjectId, n: int) -> Part | None:
        row = (await self._connection.execute(_parts_of(room_id, object_id).where(_PART.n == n))).first()
        return None if row is None else _part(row)

    async def add_part(self, stored: StoredObject, part: Part, now: datetime) -> None:
        values = {"room_id": stored.room_id, "object_id": stored.id, **dataclasses.asdict(part)}
        await self._connection.execute(insert(room_parts).values(values))
        await self.renew(stored, now)

    async def renew(self, stored: StoredObject, now: datetime) -> None:
        await self._update(_is(stored.room_id, stored.id), {"reserved_until": now + RESERVED_FOR})

    async def mark_ready(self, stored: StoredObject) -> None:
        await self._update(_is(stored.room_id, stored.id), {"state": ObjectState.READY.value})

    async def mark_deleting(self, room_id: RoomId, object_ids: Sequence[ObjectId]) -> None:
        which = and_(_OBJECT.room_id == room_id, _OBJECT.id.in_(object_ids))
        await self._update(which, {"state": ObjectState.DELETING.value})

    async def living(self, room_id: RoomId) -> Sequence[StoredObject]:
        query = select(*_FIELDS).where(_OBJECT.room_id == room_id, _LIVING).order_by(_OBJECT.id)
        return [_stored(row) for row in await self._connection.execute(query.with_for_update())]

    async def lapsed(self, now: datetime, limit: int) -> Sequence[StoredObject]:
        waits = and_(_OBJECT.state == ObjectState.UPLOADING.value, _OBJECT.reserved_until <= now)
        query = select(*_FIELDS).where(waits).order_by(_OBJECT.reserved_until).limit(limit)
        return [_stored(row) for row in await self._connection.execute(query)]

    async def every(self, after: tuple[RoomId, ObjectId] | None, limit: int) -> Sequence[StoredObject]:
        place = tuple_(_OBJECT.room_id, _OBJECT.id)
        query = select(*_FIELDS).order_by(_OBJECT.room_id, _OBJECT.id).limit(limit)
        if after is not None:
            query = query.where(place > tuple_(*after))
        return [_stored(row) for row in await self._connection.execute(query)]

    async def deleting(self, limit: int, room_id: RoomId | None = None) -> Sequence[tuple[RoomId, ObjectId]]:
        query = select(_OBJECT.room_id, _OBJECT.id).where(_OBJECT.state == ObjectState.DELETING.value)
        if room_id is not None:
            query = query.where(_OBJECT.room_id == room_id)
        return [(row.room_id, row.id) for row in await self._connection.execute(query.limit(limit))]

    async def parts_to_remove(self, room_id: RoomId, object_ids: Sequence[ObjectId]) -> Sequence[tuple[ObjectId, Part]]:
        marked = and_(_OBJECT.room_id == room_id, _OBJECT.id.in_(object_ids), ~_LIVING)
        query = select(_PART.object_id, *_PART_FIELDS).join_from(room_objects, room_parts).where(marked)
        return [(row.object_id, _part(row)) for row in await self._connection.execute(query)]

    async def remove(self, room_id: RoomId, object_ids: Sequence[ObjectId]) -> None:
        marked = and_(_OBJECT.id.in_(object_ids), _OBJECT.state == ObjectState.DELETING.value)
        await self._connection.execute(delete(room_objects).where(_OBJECT.room_id == room_id, marked))

    async def remove_all(self, room_id: RoomId, limit: int) -> int:
        some = select(_OBJECT.id).where(_OBJECT.room_id == room_id).order_by(_OBJECT.id).limit(limit)
        query = delete(room_objects).where(_OBJECT.room_id == room_id, _OBJECT.id.in_(some))
        return (await self._connection.execute(query)).rowcount

    async def stored_bytes(self, room_id: RoomId) -> int:
        query = select(func.coalesce(func.sum(_PART.bytes), 0)).join_from(room_objects, room_parts)
        return int((await self._connection.execute(query.where(_OBJECT.room_id == room_id, _LIVING))).scalar_one())

    async def _one(self, query: Select[Any]) -> StoredObject | None:
        row = (await self._connection.execute(query)).first()
        return None if row is None else _stored(row)

    async def _update(self, which: ColumnElement[bool], values: dict[str, Any]) -> None:
        await self._connection.execute(update(room_objects).where(which).values(values))


def _is(room_id: RoomId, object_id: ObjectId) -> ColumnElement[bool]:
    return and_(_OBJECT.room_id == room_id, _OBJECT.id == object_id)


def _parts_of(room_id: RoomId, object_id: ObjectId) -> Select[Any]:
    return select(*_PART_FIELDS).where(_PART.room_id == room_id, _PART.object_id == object_id)


def _part(row: Row[Any]) -> Part:
    return Part(**{column.name: row._mapping[column.name] for column in _PART_FIELDS})


def _stored(row: Row[Any]) -> StoredObject:
    return StoredObject(**{**row._mapping, "state": ObjectState(row._mapping["state"])})
