"""Being in a room: the socket by which one hears who is there and what changed, and passes sealed signals."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from ui.rooms.client.bytes import base64url
from ui.rooms.client.refused import NotAuthentic, RoomRefused, ServerUnreachable
from ui.rooms.client.secret import RoomKeys
from ui.rooms.client.signalling import Signals, new_peer

_CLOSED_BY_US = 4000  # and a status of HTTP


class LiveRoom:
    """One's place in the room. `welcome` is what the server said first: peers, last_seq, expires_at, ice_servers."""

    def __init__(self, socket: ClientConnection, signals: Signals, peer: str, welcome: dict[str, Any]) -> None:
        self.peer = peer
        self.welcome = welcome
        self._socket = socket
        self._signals = signals

    async def heard(self) -> dict[str, Any]:
        """The next message; of a signal its opened `fields`. A signal of no member, or a second time, is passed over.

        Raises RoomRefused when the server ends it, such as when the room is over.
        """
        while True:
            message = await _received(self._socket)
            if message.get("type") != "signal":
                return message
            try:
                fields = self._signals.open(message["from"], message["sealed"])
            except NotAuthentic:
                continue
            if fields is not None:
                return {"type": "signal", "from": message["from"], "fields": fields}

    async def signal(self, to: str, connection: str, fields: dict[str, Any]) -> None:
        """Pass a signal to one who is here."""
        sealed = self._signals.seal(to, connection, fields)
        await self._socket.send(json.dumps({"type": "signal", "to": to, "sealed": sealed}))


@asynccontextmanager
async def live_room(site: str, keys: RoomKeys, peer: str | None = None) -> AsyncIterator[LiveRoom]:
    """Go in, under a new name unless one is given. Raises RoomRefused, ServerUnreachable."""
    peer = peer or new_peer()
    scheme, _, rest = site.partition("://")
    address = f"{'wss' if scheme == 'https' else 'ws'}://{rest}/api/v1/rooms/{keys.room_id}/socket"
    try:
        socket = await connect(address, origin=None, compression=None)
    except (OSError, InvalidHandshake):
        raise ServerUnreachable(site=site) from None
    async with socket:
        await socket.send(json.dumps({"type": "join", "auth": base64url(keys.auth), "peer": peer}))
        welcome = await _received(socket)
        yield LiveRoom(socket, Signals(keys, peer), peer, welcome)


async def _received(socket: ClientConnection) -> dict[str, Any]:
    try:
        return json.loads(await socket.recv())
    except ConnectionClosed as closed:
        code = closed.rcvd.code if closed.rcvd else 0
        reason = closed.rcvd.reason if closed.rcvd else ""
        status = code - _CLOSED_BY_US if code > _CLOSED_BY_US else code
        raise RoomRefused(status=status, reason=reason, detail=reason) from None
