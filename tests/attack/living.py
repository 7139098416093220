"""People of the running Kamra in browsers of their own, and the pages that are open in these."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import socketio

from tests.browser.conftest import Server
from tests.browser.residents import RESIDENT_PASSWORD, Resident, move_in

COOKIE = "kamra"
SOCKET_PATH = "/_nicegui_ws/socket.io"
PATIENCE = 20  # seconds until what must happen has happened on a busy machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Living:
    """Somebody who is signed in twice: by a token (`who.api`) and in a browser."""

    who: Resident
    browser: httpx.AsyncClient
    origin: str

    @property
    def cookie(self) -> str:
        return f"{COOKIE}={self.browser.cookies[COOKIE]}"

    async def opened_page(self, path: str = "/settings") -> str:
        """The id of a page that was built for this person."""
        answer = await self.browser.get(path)
        assert answer.status_code == 200, answer.text
        found = re.search(r"'client_id': '([0-9a-f-]+)'", answer.text)
        assert found is not None
        return found.group(1)


@asynccontextmanager
async def living(server: Server, name: str, role: str = "member") -> AsyncIterator[Living]:
    """Somebody new, signed in everywhere."""
    who = await move_in(server, name, role)
    async with browsing(server) as browser:
        form = {"login": who.handle, "password": RESIDENT_PASSWORD}
        assert (await browser.post("/sign-in", data=form)).status_code == 303
        yield Living(who=who, browser=browser, origin=server.url)
    await who.close()


@asynccontextmanager
async def browsing(server: Server) -> AsyncIterator[httpx.AsyncClient]:
    """A browser on one of our own pages, nobody signed in yet."""
    async with httpx.AsyncClient(base_url=server.url, headers={"Origin": server.url}, timeout=30) as client:
        yield client


class PageSocket:
    """A page's socket as its client speaks it, and what came over it."""

    def __init__(self) -> None:
        self.client = socketio.AsyncClient(reconnection=False, handle_sigint=False)
        self.heard: list[tuple[str, Any]] = []
        self.closed = asyncio.Event()
        self.client.on("*", lambda event, *data: self.heard.append((event, data)))
        self.client.on("disconnect", self._on_disconnect)

    def _on_disconnect(self, *_reason: object) -> None:
        self.closed.set()

    async def connect(
        self, server: Server, query: str, *, cookie: str | None = None, origin: str | None = None
    ) -> None:
        """Raises socketio's ConnectionError when the server refuses."""
        await self.client.connect(
            f"{server.url}?{query}",
            headers=_headers(server, cookie, origin),
            transports=["websocket"],
            socketio_path=SOCKET_PATH,
            wait_timeout=PATIENCE,
        )

    async def shake_hands(self, page: str, tab: str = "a tab", **more: object) -> object:
        """Whether the server takes this socket for that page's."""
        message = {"client_id": page, "tab_id": tab, "document_id": "d", "old_tab_id": None, **more}
        return await self.client.call("handshake", message, timeout=PATIENCE)

    async def close(self) -> None:
        await self.client.disconnect()


async def polled(server: Server, query: str, *, cookie: str | None = None, origin: str | None = None) -> str:
    """What the server says to a page that connects without a WebSocket (Engine.IO's polling, step by step)."""
    async with httpx.AsyncClient(headers=_headers(server, cookie, origin)) as client:
        path = f"{server.url}{SOCKET_PATH}/?EIO=4&transport=polling&{query}"
        opened = await client.get(path)
        if opened.status_code != 200:
            return opened.text
        at = f"{path}&sid={json.loads(opened.text[1:])['sid']}"
        assert (await client.post(at, content=b"40")).status_code == 200
        return (await client.get(at)).text


def _headers(server: Server, cookie: str | None, origin: str | None) -> dict[str, str]:
    headers = {"Origin": server.url if origin is None else origin}
    return headers if cookie is None else {**headers, "Cookie": cookie}


@asynccontextmanager
async def page_socket() -> AsyncIterator[PageSocket]:
    """One socket, closed afterwards."""
    socket = PageSocket()
    try:
        yield socket
    finally:
        await socket.close()


def implicitly(page: str, **more: str) -> str:
    """The address's query by which a page's own client connects and shakes hands at once."""
    values = {"client_id": page, "implicit_handshake": "true", "tab_id": "a tab", "document_id": "d", **more}
    return "&".join(f"{name}={value}" for name, value in values.items())


async def quietly_open(socket: PageSocket) -> bool:
    """Whether the socket is still open after the server had its time to close it."""
    try:
        await asyncio.wait_for(socket.closed.wait(), 0.3)
    except TimeoutError:
        return True
    return False


async def closes(socket: PageSocket) -> bool:
    """Whether the server closes it."""
    try:
        await asyncio.wait_for(socket.closed.wait(), PATIENCE)
    except TimeoutError:
        return False
    return True
