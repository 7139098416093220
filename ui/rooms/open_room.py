"""A room of which people are connected to this process: one subscription for all of them, however many they are.

What is published under the room is only a hint that something changed. Who is here and whether the room is over is
read anew each time, so a hint that is lost delays things by seconds and changes nothing.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from domain.errors import KamraError
from domain.rooms.find_room import find_room
from domain.rooms.hints import topic_of
from domain.rooms.presence import PresenceUnreachable
from domain.rooms.room import Room, RoomId
from ui.parts import Parts
from ui.rooms.room_socket import RESTARTING, Ending, RoomSocket, ending_for
from ui.rooms.socket_messages import message

_log = logging.getLogger("kamra.rooms")
PEOPLE = "people"  # the hint that somebody came
_PASSED_ON = frozenset({"entry", "stored", "removed", "changed"})
_LOOKED_AT = frozenset({"changed", "over"})


class OpenRoom:
    """The sockets of one room that this process serves. Begins to listen when it is made."""

    def __init__(self, room_id: RoomId, parts: Parts) -> None:
        self.id = room_id
        self.visits = 0  # who is in it, or about to come
        self.is_deaf = False  # its subscription ended, so nobody may come into it any more
        self._parts = parts
        self._sockets: dict[str, RoomSocket] = {}
        self._people: frozenset[str] = frozenset()
        self._room: Room | None = None
        self._looking = asyncio.Lock()  # what was read last is what is newest
        self._listens = asyncio.Event()
        self._is_closed = False
        self._listening = asyncio.create_task(self._listen(), name="open-room")

    async def listens(self) -> None:
        """Return when nothing that is published from now on is missed."""
        await self._listens.wait()

    async def close(self) -> None:
        """Stop listening."""
        self._is_closed = True  # a call to Redis or PostgreSQL that is just over may swallow the cancelling
        self._listening.cancel()
        with suppress(asyncio.CancelledError):
            await self._listening

    async def add(self, socket: RoomSocket) -> None:
        """Have somebody here who joined; what happens from now on waits for them, `welcome` lets them have it."""
        self._sockets[socket.peer] = socket
        await self._parts.messages.publish(topic_of(self.id), message(PEOPLE))

    def remove(self, socket: RoomSocket) -> None:
        """Their socket is closed."""
        if self._sockets.get(socket.peer) is socket:
            del self._sockets[socket.peer]

    async def welcome(self, socket: RoomSocket, text_for: Callable[[Room, frozenset[str]], str]) -> None:
        """Tell a newcomer how things are now, made by `text_for` of the room and the others.

        Raises RoomNotFound, RoomOver, PresenceUnreachable.
        """
        room, people = await self._look()
        socket.welcome(text_for(room, people - {socket.peer}))

    async def pass_on(self, sender: RoomSocket, to: str, sealed: str) -> None:
        """Have a signal reach another peer, wherever they are connected; nobody by that name is no error.

        Raises RoomOver.
        """
        self._demand_open()
        signal = message("signal", to=to, sealed=sealed, **{"from": sender.peer})
        await self._parts.messages.publish(topic_of(self.id), signal)

    def end_if_over(self) -> None:
        """Close everything from the second on at which the room's time has come."""
        try:
            self._demand_open()
        except KamraError as over:
            self._end(ending_for(over))

    def _demand_open(self) -> None:
        if self._room is not None:
            self._room.demand_open(self._parts.clock.now())

    async def keep(self) -> None:
        """Say that our people are still here, and notice what no hint told; call it every few seconds."""
        try:
            await self._parts.presence.renew(
                self.id, {peer: socket.stay for peer, socket in list(self._sockets.items())}
            )
            await self._look()
        except KamraError as over:
            self._end(ending_for(over))
        except PresenceUnreachable as error:
            _log.warning("who is in a room is not known now: %s", error)

    async def _look(self) -> tuple[Room, frozenset[str]]:
        """The room and who is in it, read now."""
        async with self._looking:
            async with self._parts.works.read() as work:
                self._room = room = await find_room(work, self.id, self._parts.clock.now())
            return room, await self._count_people()

    async def _count_people(self) -> frozenset[str]:
        """Who is here, read now; others are told who came and went since the last time."""
        people = await self._parts.presence.peers(self.id)
        before, self._people = self._people, people
        for kind, peers in (("left", before - people), ("joined", people - before)):
            for peer in sorted(peers):
                self._tell_others(peer, message(kind, peer=peer))
        return people

    def _tell_others(self, peer: str, text: str) -> None:
        for socket in list(self._sockets.values()):
            if socket.is_welcome and socket.peer != peer:  # others are told of everybody by their welcome
                socket.tell(text)

    def _end(self, ending: Ending) -> None:
        for socket in list(self._sockets.values()):
            socket.end(ending)

    async def _listen(self) -> None:
        try:
            async with self._parts.messages.subscribe(topic_of(self.id)) as hints:
                self._listens.set()
                async for text in hints:
                    await self._hear_safely(text)
                    if self._is_closed:
                        break
        finally:
            self.is_deaf = True
            self._listens.set()
            self._end(RESTARTING)

    async def _hear_safely(self, text: str) -> None:
        try:
            await self._hear(text)
        except KamraError as over:
            self._end(ending_for(over))
        except PresenceUnreachable as error:
            _log.warning("who is in a room is not known now: %s", error)
        except Exception:  # noqa: BLE001  # one hint must not end all sockets; `keep` makes up for what it would have done
            _log.exception("a hint to a room could not be followed")

    async def _hear(self, text: str) -> None:
        hint: dict[str, Any] = json.loads(text)
        kind = hint.get("type")
        if kind == "signal":
            socket = self._sockets.get(hint["to"])
            if socket is not None:
                socket.tell(message("signal", sealed=hint["sealed"], **{"from": hint["from"]}))
            return
        if kind == PEOPLE:
            async with self._looking:
                await self._count_people()
        if kind in _LOOKED_AT:
            await self._look()
        if kind in _PASSED_ON:
            for socket in list(self._sockets.values()):
                socket.tell(text)
