"""`WS /api/v1/rooms/:id/socket`: who is in the room, what changes in it, and sealed signals from one to another.

The server reads of a signal whom it is for. Nothing that was sent is ever logged.
"""

import asyncio
import logging
import secrets

from fastapi import APIRouter
from starlette.websockets import WebSocket, WebSocketDisconnect

from domain.errors import KamraError, TooOften
from domain.rooms.admit import admit_member
from domain.rooms.presence import PresenceUnreachable
from domain.rooms.room import Room
from ui.accounts.address import counted_address
from ui.accounts.origin import WrongOrigin, demand_own_origin
from ui.parts import Parts, parts_of
from ui.rooms.door import bytes_in, door_of
from ui.rooms.ice import ice_servers_for
from ui.rooms.open_room import OpenRoom
from ui.rooms.open_rooms import OpenRooms
from ui.rooms.room_socket import BROKEN, TRY_AGAIN, Ending, RoomSocket, ending_for
from ui.rooms.socket_messages import (
    Join,
    JoinMissing,
    MessageMalformed,
    Ping,
    Signal,
    message,
    understood,
    welcome,
)
from ui.web.token_bucket import TokenBucket

router = APIRouter()
JOIN_SECONDS = 10.0  # from the opening of the socket to its first message
_BURST = 300.0  # twenty people at once, each with an offer and a dozen addresses
_PER_SECOND = 30.0
_BYTES_A_TOKEN = 4096  # more than most signals have; a message of 64 KiB costs as much as seventeen
_CLOSED_WITHIN = 1.0  # seconds for the close to be taken by somebody who reads nothing
_log = logging.getLogger("kamra.rooms")


class MessageTooSoon(TooOften):
    """More was sent than one peer may in that time."""


@router.websocket("/rooms/{room_id}/socket")
async def room_socket(websocket: WebSocket, room_id: str) -> None:
    """Serve one socket from its join to its end."""
    parts = parts_of(websocket)
    if not _comes_from_us(websocket, parts):
        await websocket.close()  # before it is accepted: the answer is a 403
        return
    await websocket.accept()
    rooms: OpenRooms = websocket.app.state.open_rooms
    try:
        with rooms.counted(counted_address(websocket)):
            ending = await _served(websocket, parts, rooms, room_id)
    except WebSocketDisconnect:
        return
    except KamraError as error:
        ending = ending_for(error)
    except PresenceUnreachable as error:
        _log.warning("who is in a room is not known now: %s", error)
        ending = TRY_AGAIN
    except Exception:  # noqa: BLE001  # an error of ours is logged here, without what was sent, and never by the server
        _log.exception("a room's socket failed")
        ending = BROKEN
    await _close(websocket, ending)


def _comes_from_us(websocket: WebSocket, parts: Parts) -> bool:
    """A browser says which page opens a socket. What is no browser says nothing, and carries no cookie to misuse."""
    if "origin" not in websocket.headers:
        return True
    try:
        demand_own_origin(websocket, parts.settings)
    except WrongOrigin:
        return False
    return True


async def _served(websocket: WebSocket, parts: Parts, rooms: OpenRooms, room_id: str) -> Ending:
    """Why the server ends it. Raises WebSocketDisconnect when the client did, and what it did wrong as KamraError."""
    bucket = TokenBucket(_BURST, _PER_SECOND)
    join = await _joining(websocket, bucket)
    door = door_of(websocket, parts, room_id)
    await admit_member(door, bytes_in(join.auth))
    socket = RoomSocket(websocket, join.peer, secrets.token_hex(8))
    async with rooms.visited(door.room_id) as room:
        await parts.presence.join(room.id, socket.peer, socket.stay)
        try:
            return await _inside(websocket, parts, room, socket, bucket)
        finally:
            room.remove(socket)
            await parts.presence.leave(room.id, socket.peer, socket.stay)


async def _joining(websocket: WebSocket, bucket: TokenBucket) -> Join:
    try:
        async with asyncio.timeout(JOIN_SECONDS):
            said = await _next(websocket, bucket)
    except TimeoutError:
        raise JoinMissing from None
    if not isinstance(said, Join):
        raise JoinMissing
    return said


async def _inside(
    websocket: WebSocket, parts: Parts, room: OpenRoom, socket: RoomSocket, bucket: TokenBucket
) -> Ending:
    def text_for(now: Room, others: frozenset[str]) -> str:
        return welcome(now, others, ice_servers_for(now, parts.settings, parts.clock.now()))

    sending = asyncio.create_task(socket.send_waiting(), name="room-socket")
    try:
        async with socket.life:
            await room.add(socket)
            await room.welcome(socket, text_for)
            await _follow(websocket, room, socket, bucket)
    except TimeoutError:
        if socket.ending is None:
            raise
    finally:
        sending.cancel()
    return socket.ending or BROKEN


async def _follow(websocket: WebSocket, room: OpenRoom, socket: RoomSocket, bucket: TokenBucket) -> None:
    while socket.ending is None:  # a call that was just over may have swallowed the cancelling
        match await _next(websocket, bucket):
            case Signal(to=to, sealed=sealed):
                await room.pass_on(socket, to, sealed)
            case Ping():
                socket.tell(message("pong"))
            case Join():
                raise MessageMalformed(field="type")  # once is enough
            case None:
                pass  # of a later protocol


async def _next(websocket: WebSocket, bucket: TokenBucket) -> Join | Signal | Ping | None:
    received = await websocket.receive()
    if received["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(received.get("code", 1005))
    text = received.get("text")
    size = len(text if text is not None else received["bytes"])
    if not bucket.take(1 + size // _BYTES_A_TOKEN):
        raise MessageTooSoon(retry_after=1)
    if text is None:
        raise MessageMalformed
    return understood(text)


async def _close(websocket: WebSocket, ending: Ending) -> None:
    try:
        async with asyncio.timeout(_CLOSED_WITHIN):
            await websocket.close(ending.code, ending.reason)
    except (TimeoutError, OSError, RuntimeError, WebSocketDisconnect):
        pass  # it is closed already, or its client reads nothing and the server lets go of it
