"""People on the socket of a room, over a real server and real WebSockets."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.api.rooms.visiting import OpenRoom, base64url
from tests.throwaway_servers import free_port

WITHIN = 10  # seconds until a test gives up on a message; one takes milliseconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Somebody's open socket, and the name their page made up."""

    socket: ClientConnection
    id: str = field(default_factory=lambda: secrets.token_hex(12))

    async def say(self, **message: Any) -> None:
        await self.socket.send(json.dumps(message))

    async def join(self, room: OpenRoom, auth: bytes | None = None) -> None:
        await self.say(type="join", auth=base64url(auth or room.auth), peer=self.id)

    async def heard(self) -> dict[str, Any]:
        """The next message."""
        async with asyncio.timeout(WITHIN):
            return json.loads(await self.socket.recv())

    async def hears(self, kind: str) -> dict[str, Any]:
        """The next message, which is of this type."""
        message = await self.heard()
        assert message["type"] == kind, message
        return message

    async def ended(self) -> tuple[int, str]:
        """The close code and its reason, whatever is said before."""
        async with asyncio.timeout(WITHIN):
            with suppress(ConnectionClosed):
                while True:
                    await self.socket.recv()
        assert self.socket.close_code is not None
        return self.socket.close_code, self.socket.close_reason or ""


@asynccontextmanager
async def listening(app: ASGIApp, **settings: Any) -> AsyncIterator[str]:
    """The app, which is started already, at an address of its own; `settings` are uvicorn's."""
    port = free_port()
    defaults = {"ws_max_size": 256 * 1024, "ws_per_message_deflate": False}
    config = uvicorn.Config(
        app, port=port, lifespan="off", log_config=None, timeout_graceful_shutdown=1, **{**defaults, **settings}
    )
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    async with asyncio.timeout(60):
        while not server.started:  # noqa: ASYNC110  # uvicorn has a flag, not an event
            await asyncio.sleep(0.005)
    yield f"ws://127.0.0.1:{port}"
    server.should_exit = True
    await running


@asynccontextmanager
async def on_the_line(address: str, room: OpenRoom, **options: Any) -> AsyncIterator[Peer]:
    """A socket that has not said anything yet; `options` are those of `websockets`."""
    # Without a bound on what waits unread: a client that has read no more cannot close properly.
    defaults = {"compression": None, "proxy": None, "max_queue": None}
    async with connect(f"{address}{room.path}/socket", **{**defaults, **options}) as socket:
        yield Peer(socket=socket)


@asynccontextmanager
async def joined(address: str, room: OpenRoom, peer: str | None = None) -> AsyncIterator[tuple[Peer, dict[str, Any]]]:
    """Somebody who has joined, and their welcome."""
    async with on_the_line(address, room) as line:
        somebody = Peer(socket=line.socket, id=peer or line.id)
        await somebody.join(room)
        yield somebody, await somebody.hears("welcome")
