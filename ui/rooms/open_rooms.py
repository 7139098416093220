"""All rooms of which people are connected to this process, and the two clocks that look after them."""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

from prometheus_client import Gauge

from domain.errors import TooOften
from domain.rooms.room import RoomId
from ui.parts import Parts
from ui.rooms.open_room import OpenRoom

WATCH_SECONDS = 0.5  # between two looks at which room's time has come
KEEP_SECONDS = 5.0  # between two times that presence is told who is here: a lease is six times as long
MOST_FROM_ONE_ADDRESS = 100  # sockets, in this process; a household or a class behind one address has fewer
SOCKETS = Gauge("kamra_room_sockets", "Sockets of rooms that are open in this process")
_log = logging.getLogger("kamra.rooms")


class TooManySockets(TooOften):
    """The address has as many sockets open as one may."""


class OpenRooms:
    """Rooms by id while somebody is connected to them here, and nothing while nobody is."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._rooms: dict[RoomId, OpenRoom] = {}
        self._anybody = asyncio.Event()
        self._by_address: Counter[str] = Counter()

    def __len__(self) -> int:
        """How many rooms have somebody in them here."""
        return len(self._rooms)

    @contextmanager
    def counted(self, address: str) -> Iterator[None]:
        """One more socket of the address while it lasts. Raises TooManySockets."""
        if self._parts.settings.rate_limits == "on" and self._by_address[address] >= MOST_FROM_ONE_ADDRESS:
            raise TooManySockets(retry_after=60)
        self._by_address[address] += 1
        try:
            with SOCKETS.track_inprogress():
                yield
        finally:
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]

    @asynccontextmanager
    async def visited(self, room_id: RoomId) -> AsyncIterator[OpenRoom]:
        """The room, which listens while anybody visits it."""
        room = self._rooms.get(room_id)
        if room is None or room.is_deaf:
            room = self._rooms[room_id] = OpenRoom(room_id, self._parts)
            self._anybody.set()
        room.visits += 1
        try:
            await room.listens()
            yield room
        finally:
            room.visits -= 1
            if not room.visits:
                if self._rooms.get(room_id) is room:
                    del self._rooms[room_id]
                if not self._rooms:
                    self._anybody.clear()
                await room.close()

    async def watch(self) -> None:
        """End each room in time, for ever."""
        while await self._anybody.wait():
            for room in list(self._rooms.values()):
                room.end_if_over()
            await asyncio.sleep(WATCH_SECONDS)

    async def keep(self) -> None:
        """Keep each room's people where others look for them, for ever."""
        while await self._anybody.wait():
            for room in list(self._rooms.values()):
                try:
                    await room.keep()
                except Exception:  # noqa: BLE001  # a database that is away for a moment must not end this for all rooms
                    _log.exception("a room could not be looked at")
            await asyncio.sleep(KEEP_SECONDS)


@asynccontextmanager
async def opened_rooms(parts: Parts) -> AsyncIterator[OpenRooms]:
    """The rooms of a process, looked after while this lasts."""
    rooms = OpenRooms(parts)
    clocks = [asyncio.create_task(clock, name="open-rooms") for clock in (rooms.watch(), rooms.keep())]
    try:
        yield rooms
    finally:
        for clock in clocks:
            clock.cancel()
            with suppress(asyncio.CancelledError):
                await clock
