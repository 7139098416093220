"""Rooms' sealed objects and their parts as rows."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, delete, func, insert, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.rooms.room import ObjectId, RoomId
from domain.rooms.stored_object import RESERVED_FOR, ObjectState, Part, StoredObject
from storage.database.tables.rooms import room_objects, room_parts

_OBJECT = room_objects.c
_PART = room_parts.c
_FIELDS = [_OBJECT[field.name] for field in dataclasses.fields(StoredObject)]
_PART_FIELDS = [_PART[field.name] for field in dataclasses.fields(Part)]
_IS = and_(_OBJECT.room_id == bindparam("in_room"), _OBJECT.id == bindparam("object"))
# Made once: they run for every object and every part, and making one takes longer than its answer.
_ONE = select(*_FIELDS).where(_IS)
_ONE_HELD = _ONE.with_for_update()
_ADD_PART = insert(room_parts)
_ADD = insert(room_objects)
_PARTS = select(*_PART_FIELDS).where(_PART.room_id == bindparam("in_room"), _PART.object_id == bindparam("object"))
_IN_ORDER = _PARTS.order_by(_PART.n)
_PART_OF = _PARTS.where(_PART.n == bindparam("n"))
_RENEW = update(room_objects).where(_IS).values(reserved_until=bindparam("until"))
_MARK_READY = update(room_objects).where(_IS).values(state=ObjectState.READY.value)
_LIVING = _OBJECT.state != ObjectState.DELETING.value


class RoomObjectRows:
    """Implements `domain.rooms.collections.RoomObjects`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, stored: StoredObject) -> None:
        values = dataclasses.asdict(stored) | {"state": stored.state.value}
        await self._connection.execute(_ADD, values)

    async def get(self, room_id: RoomId, object_id: ObjectId) -> StoredObject | None:
        return await self._one(_ONE, room_id, object_id)

    async def hold(self, room_id: RoomId, object_id: ObjectId) -> StoredObject | None:
        return await self._one(_ONE_HELD, room_id, object_id)

    async def parts(self, room_id: RoomId, object_id: ObjectId) -> Sequence[Part]:
        return [_part(row) for row in await self._connection.execute(_IN_ORDER, _named(room_id, object_id))]

    async def part(self, room_id: RoomId, object_id: ObjectId, n: int) -> Part | None:
        row = (await self._connection.execute(_PART_OF, {**_named(room_id, object_id), "n": n})).first()
        return None if row is None else _part(row)

    async def add_part(self, stored: StoredObject, part: Part, now: datetime) -> None:
        values = {"room_id": stored.room_id, "object_id": stored.id, **dataclasses.asdict(part)}
        await self._connection.execute(_ADD_PART, values)
        await self.renew(stored, now)

    async def renew(self, stored: StoredObject, now: datetime) -> None:
        values = {**_named(stored.room_id, stored.id), "until": now + RESERVED_FOR}
        await self._connection.execute(_RENEW, values)

    async def mark_ready(self, stored: StoredObject) -> None:
        await self._connection.execute(_MARK_READY, _named(stored.room_id, stored.id))

    async def mark_deleting(self, room_id: RoomId, object_ids: Sequence[ObjectId]) -> None:
        which = and_(_OBJECT.room_id == room_id, _OBJECT.id.in_(object_ids))
        await self._connection.execute(update(room_objects).where(which).values(state=ObjectState.DELETING.value))

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

    async def first_parts(self, room_id: RoomId, objects: int) -> Sequence[tuple[ObjectId, Part]]:
        first = and_(_PART.room_id == room_id, _PART.object_id.in_(_first(room_id, objects)))
        query = select(_PART.object_id, *_PART_FIELDS).where(first)
        return [(row.object_id, _part(row)) for row in await self._connection.execute(query)]

    async def remove_first(self, room_id: RoomId, objects: int) -> int:
        first = and_(_OBJECT.room_id == room_id, _OBJECT.id.in_(_first(room_id, objects)))
        return (await self._connection.execute(delete(room_objects).where(first))).rowcount

    async def stored_bytes(self, room_id: RoomId) -> int:
        query = select(func.coalesce(func.sum(_PART.bytes), 0)).join_from(room_objects, room_parts)
        return int((await self._connection.execute(query.where(_OBJECT.room_id == room_id, _LIVING))).scalar_one())

    async def _one(self, query: Select[Any], room_id: RoomId, object_id: ObjectId) -> StoredObject | None:
        row = (await self._connection.execute(query, _named(room_id, object_id))).first()
        return None if row is None else _stored(row)


def _named(room_id: RoomId, object_id: ObjectId) -> dict[str, Any]:
    return {"in_room": room_id, "object": object_id}


def _first(room_id: RoomId, limit: int) -> Select[Any]:
    return select(_OBJECT.id).where(_OBJECT.room_id == room_id).order_by(_OBJECT.id).limit(limit)


def _part(row: Row[Any]) -> Part:
    return Part(**{column.name: row._mapping[column.name] for column in _PART_FIELDS})


def _stored(row: Row[Any]) -> StoredObject:
    return StoredObject(**{**row._mapping, "state": ObjectState(row._mapping["state"])})
