"""Holding what was acknowledged in rooms before a server was killed against what it has now, and should not have."""

import asyncio
import hashlib

import httpx
from sqlalchemy import select

from benchmarks.killed_rooms_ledger import KilledRoom, RoomsLedger
from domain.files import Files
from domain.rooms.keys import ROOMS
from storage.database.engine import open_engines
from storage.database.tables.rooms import room_entries, room_objects, room_parts

_AT_ONCE = 6


class RoomsAudit:
    """Finds what is lost of rooms that go on, and what is left of those that are over.

    `files` and the database of `url` are the server's own.
    """

    def __init__(self, http: httpx.AsyncClient, files: Files, url: str, ledger: RoomsLedger) -> None:
        self._http = http
        self._files = files
        self._url = url
        self._ledger = ledger
        self._at_once = asyncio.Semaphore(_AT_ONCE)
        self.lost: list[str] = []
        self.left: list[str] = []

    async def look(self, over: list[KilledRoom]) -> None:
        """Nobody asks anything else meanwhile; `over` were so for two sweeps."""
        await asyncio.gather(
            *(self._look_inside(room) for room in self._ledger.rooms if not room.may_end),
            *(self._look_at_over(room) for room in over),
        )
        ids = {room.id for room in over}
        async for stored in self._files.list(ROOMS):
            if stored.key.split("/")[1] in ids:
                self.left.append(stored.key)
        self.left += [f"{where} of {room_id}" for where, room_id in await self._rows() if room_id in ids]

    async def _look_inside(self, room: KilledRoom) -> None:
        async with self._at_once:
            seen = await self._http.get(room.path, headers=room.member)
            if seen.status_code != 200 or seen.json()["last_seq"] < room.entries:
                self.lost.append(f"{room.id}: {seen.status_code}, {room.entries} entries acknowledged")
                return
            for object_id, parts in room.parts.items():
                await self._look_at_object(room, object_id, parts)

    async def _look_at_object(self, room: KilledRoom, object_id: str, parts: dict[int, str]) -> None:
        path = f"{room.path}/objects/{object_id}"
        told = await self._http.get(f"{path}/parts", headers=room.member)
        here = {one["n"]: one["sha256"] for one in told.json()["parts"]} if told.is_success else {}
        self.lost += [f"{path}: part {n}, {told.status_code}" for n, digest in parts.items() if here.get(n) != digest]
        if object_id in room.complete:
            read = await self._http.get(path, headers=room.member)
            if hashlib.sha256(read.content).hexdigest() != room.complete[object_id]:
                self.lost.append(f"{path}: other bytes, {read.status_code}")

    async def _look_at_over(self, room: KilledRoom) -> None:
        async with self._at_once:
            answer = await self._http.get(room.path, headers=room.member)
        if answer.status_code != 410:
            self.left.append(f"{room.id}: {answer.status_code}")

    async def _rows(self) -> set[tuple[str, str]]:
        engines = open_engines(self._url)
        try:
            async with engines.reader.connect() as connection:
                return {
                    (table.name, room_id)
                    for table in (room_entries, room_objects, room_parts)
                    for room_id in (await connection.execute(select(table.c.room_id).distinct())).scalars()
                }
        finally:
            await engines.close()
