"""Writing into a room's manifest: entries follow each other without a gap, whoever writes."""

from collections.abc import Sequence
from datetime import datetime

from domain.rooms.entry import (
    ENTRY_MAX_BYTES,
    MOST_ENTRIES,
    MOST_ENTRIES_BYTES,
    BadEntry,
    Entry,
    EntryTaken,
    EntryTooLarge,
    ManifestFull,
)
from domain.rooms.find_room import hold_room
from domain.rooms.room import RoomId
from domain.work import Work


async def write_entries(work: Work, room_id: RoomId, seq: int, sealed: Sequence[bytes], now: datetime) -> int:
    """Append these, all or none, the first of them as number `seq`; returns the number of the last.

    Raises BadEntry, EntryTooLarge, ManifestFull, EntryTaken when `seq` does not follow the last entry there is,
    RoomNotFound or RoomOver.
    """
    if not sealed or not all(sealed):
        raise BadEntry(field="sealed")
    if any(len(one) > ENTRY_MAX_BYTES for one in sealed):
        raise EntryTooLarge(field="sealed", max_bytes=ENTRY_MAX_BYTES)
    room = await hold_room(work, room_id, now)
    if seq != room.entries + 1:
        raise EntryTaken(last_seq=room.entries)
    size = sum(map(len, sealed))
    if room.entries + len(sealed) > MOST_ENTRIES or room.entries_bytes + size > MOST_ENTRIES_BYTES:
        raise ManifestFull(max=MOST_ENTRIES, max_bytes=MOST_ENTRIES_BYTES)
    entries = [Entry(seq=number, sealed=one, at=now) for number, one in enumerate(sealed, seq)]
    await work.room_entries.add(room_id, entries)
    await work.rooms.count(room_id, entries=len(entries), size=size)
    return entries[-1].seq
