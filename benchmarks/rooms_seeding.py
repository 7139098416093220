"""Puts rooms full of small sealed objects into a database and its folder of files: in bulk, without the calls."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert

from domain.ids import new_uuid
from domain.rooms.keys import part_key
from domain.rooms.room import Keep, ObjectId, RoomId, RoomState
from domain.rooms.stored_object import ObjectState
from storage.database.engine import Engines
from storage.database.tables.rooms import room_entries, room_objects, room_parts, rooms

_BYTES = 1_000
_WEEK = timedelta(days=7)


async def seed_rooms(engines: Engines, files: Path, number: int, objects: int) -> list[RoomId]:
    """So many rooms of nobody's with so many objects of one part each, and an entry for each; `files` is the folder."""
    made: list[RoomId] = []
    for _ in range(number):
        room_id, now = RoomId(secrets.token_hex(16)), datetime.now(UTC)
        ids = [ObjectId(secrets.token_hex(16)) for _ in range(objects)]
        parts = [_part(files, room_id, object_id) for object_id in ids]
        rows: list[tuple[Table, list[dict[str, Any]]]] = [
            (rooms, [_room(room_id, objects, now)]),
            (room_entries, [_entry(room_id, seq, now) for seq in range(1, objects + 1)]),
            (room_objects, [_object(room_id, object_id, now) for object_id in ids]),
            (room_parts, parts),
        ]
        async with engines.writer.begin() as connection:
            for table, values in rows:
                await connection.execute(insert(table), values)
        made.append(room_id)
    return made


def _room(room_id: RoomId, objects: int, now: datetime) -> dict[str, Any]:
    return {
        "id": room_id,
        "account_id": None,
        "auth_hash": bytes(32),
        "owner_hash": bytes(32),
        "keep": Keep.ALWAYS.value,
        "state": RoomState.OPEN.value,
        "created_at": now,
        "expires_at": now + _WEEK,
        "latest_expiry": now + _WEEK,
        "closed_at": None,
        "objects": objects,
        "bytes_reserved": objects * _BYTES,
        "entries": objects,
        "entries_bytes": objects * _BYTES,
    }


def _entry(room_id: RoomId, seq: int, now: datetime) -> dict[str, Any]:
    return {"room_id": room_id, "seq": seq, "sealed": secrets.token_bytes(_BYTES), "at": now}


def _object(room_id: RoomId, object_id: ObjectId, now: datetime) -> dict[str, Any]:
    return {
        "room_id": room_id,
        "id": object_id,
        "bytes": _BYTES,
        "uploader_hash": bytes(32),
        "state": ObjectState.READY.value,
        "created_at": now,
        "reserved_until": now + timedelta(days=1),
    }


def _part(files: Path, room_id: RoomId, object_id: ObjectId) -> dict[str, Any]:
    """Its row; its bytes are written."""
    content, attempt = secrets.token_bytes(_BYTES), new_uuid()
    path = files / part_key(room_id, object_id, 0, attempt)
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return {
        "room_id": room_id,
        "object_id": object_id,
        "n": 0,
        "sha256": hashlib.sha256(content).digest(),
        "bytes": _BYTES,
        "attempt": attempt,
    }
