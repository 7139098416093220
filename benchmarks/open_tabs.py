"""Tabs that are open as far as the server can tell: each fetched its page and holds the socket that the page opens."""

import ast
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from urllib.parse import urlencode
from uuid import uuid4

import httpx
import socketio

from benchmarks.served import Served

_QUERY = re.compile(r"^ *query: (\{.*\}),$", re.MULTILINE)
_COMPRESSION = {"compress": 15}  # browsers offer it, and where the server takes it, it costs memory
_PATH = "/_nicegui_ws/socket.io"


@asynccontextmanager
async def open_tabs(kamra: Served, owner: httpx.AsyncClient, count: int, page: str) -> AsyncIterator[None]:
    """`count` tabs of the owner with this page, until the context ends."""
    async with AsyncExitStack() as tabs:
        for _ in range(count):
            await tabs.enter_async_context(_open_tab(kamra, owner, page))
        yield


@asynccontextmanager
async def _open_tab(kamra: Served, owner: httpx.AsyncClient, page: str) -> AsyncIterator[None]:
    query = await _query_of_a_page(owner, page)
    address = f"{kamra.url}?{urlencode(query)}"
    headers = {"Origin": kamra.url, "Cookie": "; ".join(f"{name}={value}" for name, value in owner.cookies.items())}
    tab = socketio.AsyncClient(reconnection=False, websocket_extra_options=_COMPRESSION)
    await tab.connect(address, headers, transports=["websocket"], socketio_path=_PATH)
    await tab.emit("ack", {"client_id": query["client_id"], "next_message_id": query["next_message_id"]})
    yield
    await tab.disconnect()


async def _query_of_a_page(owner: httpx.AsyncClient, path: str) -> dict[str, str]:
    """What a page, fetched for this, has its socket say; the ids are those a browser makes itself."""
    page = await owner.get(path)
    found = _QUERY.search(page.text)
    assert found is not None, page.status_code
    given = {name: str(value) for name, value in ast.literal_eval(found[1]).items()}  # NiceGUI writes a Python dict
    given["implicit_handshake"] = given["implicit_handshake"].lower()
    return {**given, "document_id": str(uuid4()), "tab_id": str(uuid4())}
