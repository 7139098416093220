"""The sealed lines of rooms' manifests as rows."""

from collections.abc import Sequence

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.rooms.entry import Entry
from domain.rooms.room import RoomId
from storage.database.tables.rooms import room_entries

_OF = room_entries.c


class RoomEntryRows:
    """Implements `domain.rooms.collections.RoomEntries`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, room_id: RoomId, entries: Sequence[Entry]) -> None:
        rows = [{"room_id": room_id, "seq": one.seq, "sealed": one.sealed, "at": one.at} for one in entries]
        await self._connection.execute(insert(room_entries), rows)

    async def after(self, room_id: RoomId, seq: int, limit: int, most_bytes: int) -> Sequence[Entry]:
        # How long they are is asked first: the rows of a page could be many megabytes.
        sizes = select(_OF.seq, func.length(_OF.sealed)).where(_OF.room_id == room_id, _OF.seq > seq)
        last, left = seq, most_bytes
        for number, size in await self._connection.execute(sizes.order_by(_OF.seq).limit(limit)):
            if last > seq and size > left:
                break
            last, left = number, left - size
        within = select(_OF.seq, _OF.sealed, _OF.at).where(_OF.room_id == room_id, _OF.seq > seq, _OF.seq <= last)
        rows = await self._connection.execute(within.order_by(_OF.seq))
        return [Entry(**row._mapping) for row in rows]

    async def remove(self, room_id: RoomId, limit: int) -> int:
        some = select(_OF.seq).where(_OF.room_id == room_id).order_by(_OF.seq).limit(limit)
        query = delete(room_entries).where(_OF.room_id == room_id, _OF.seq.in_(some))
        return (await self._connection.execute(query)).rowcount
