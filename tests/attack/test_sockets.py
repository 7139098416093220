"""The socket of the pages: only our own pages open it, each only for the session that it was built for (H74)."""

import json
from collections.abc import AsyncIterator

import httpx
import pytest
from socketio.exceptions import ConnectionError as Refused

from tests.attack.living import (
    PATIENCE,
    SOCKET_PATH,
    Living,
    PageSocket,
    closes,
    implicitly,
    living,
    page_socket,
    polled,
    quietly_open,
)
from tests.browser.conftest import Server


@pytest.fixture(scope="module")
async def anna(server: Server) -> AsyncIterator[Living]:
    async with living(server, "Anna") as person:
        yield person


@pytest.fixture(scope="module")
async def eve(server: Server) -> AsyncIterator[Living]:
    async with living(server, "Eve") as person:
        yield person


@pytest.fixture
async def socket() -> AsyncIterator[PageSocket]:
    async with page_socket() as one:
        yield one


def pressed(page: str) -> dict[str, object]:
    return {"client_id": page, "id": 0, "listener_id": "x", "args": []}


async def test_a_page_s_own_socket_opens(server: Server, anna: Living, socket: PageSocket) -> None:
    page = await anna.opened_page()
    await socket.connect(server, implicitly(page), cookie=anna.cookie)
    await socket.client.emit("event", pressed(page))
    assert await quietly_open(socket)


async def test_a_page_s_own_socket_opens_by_polling_too(server: Server, anna: Living) -> None:
    assert (await polled(server, implicitly(await anna.opened_page()), cookie=anna.cookie)).startswith("40")


async def test_a_handshake_after_connecting_is_taken_too(server: Server, anna: Living, socket: PageSocket) -> None:
    page = await anna.opened_page()
    await socket.connect(server, f"client_id={page}", cookie=anna.cookie)
    assert await socket.shake_hands(page) is True


async def test_another_website_opens_none(server: Server, anna: Living) -> None:
    query = implicitly(await anna.opened_page())
    port = server.url.rpartition(":")[2]
    foreign = ("http://evil.test", "null", "http://localhost:1", f"http://localhost.evil.test:{port}", "http://[::1")
    for origin in foreign:
        async with page_socket() as socket:
            with pytest.raises(Refused):
                await socket.connect(server, query, cookie=anna.cookie, origin=origin)
        assert "not an accepted origin" in await polled(server, query, cookie=anna.cookie, origin=origin)


@pytest.mark.parametrize("implicit", [True, False])
async def test_nobody_opens_another_s_page(server: Server, anna: Living, eve: Living, implicit: bool) -> None:
    page = await anna.opened_page()
    query = implicitly(page) if implicit else f"client_id={page}"
    for cookie in (eve.cookie, None, "kamra=x", "kamra", eve.cookie + "; kamra=", f"{eve.cookie}; {eve.cookie}"):
        async with page_socket() as socket:
            with pytest.raises(Refused):
                await socket.connect(server, query, cookie=cookie)
        assert (await polled(server, query, cookie=cookie)).startswith("44")  # 40 is yes, 44 is no


@pytest.mark.parametrize(
    "query",
    [
        "client%5Fid={hers}&client_id={own}",
        "client_id={own}&client_id={hers}",
        "client_id=&client_id={hers}&client_id={own}",
        "client_id={own}&client%5Fid={hers}",
        "%63lient_id={hers}&client_id={own}",
    ],
)
async def test_naming_two_pages_opens_at_most_the_own(
    server: Server, anna: Living, eve: Living, socket: PageSocket, query: str
) -> None:
    """What is checked and what is opened are read from the address in the same way."""
    hers, own = await anna.opened_page(), await eve.opened_page()
    rest = "&implicit_handshake=true&tab_id=t&document_id=d"
    try:
        await socket.connect(server, query.format(hers=hers, own=own) + rest, cookie=eve.cookie)
    except Refused:
        return
    async with page_socket() as second:  # a page that was taken would refuse the tab of its owner
        await second.connect(server, implicitly(hers), cookie=anna.cookie)
        assert await quietly_open(second)


async def test_a_socket_shakes_hands_for_no_page_but_its_own(
    server: Server, anna: Living, eve: Living, socket: PageSocket
) -> None:
    hers, own = await anna.opened_page(), await eve.opened_page()
    await socket.connect(server, f"client_id={own}", cookie=eve.cookie)
    assert await socket.shake_hands(hers) is False
    assert await socket.shake_hands(hers, implicit_handshake=True, sid="x") is False
    assert await socket.shake_hands(own) is True
    assert await socket.shake_hands(hers) is False


async def test_messages_in_the_name_of_another_page_do_nothing(
    server: Server, anna: Living, eve: Living, socket: PageSocket
) -> None:
    hers, own = await anna.opened_page(), await eve.opened_page()
    async with page_socket() as victim:
        await victim.connect(server, implicitly(hers), cookie=anna.cookie)
        await socket.connect(server, implicitly(own), cookie=eve.cookie)
        for name in ("event", "javascript_response", "ack", "log"):
            await socket.client.emit(name, {**pressed(hers), "next_message_id": 9, "level": "error", "message": "x"})
        assert await quietly_open(socket)
        assert await quietly_open(victim)


@pytest.mark.parametrize(
    "message",
    [
        None,
        "x",
        5,
        [],
        {},
        {"client_id": None},
        {"client_id": ["x"]},
        {"client_id": {"x": 1}},
        {"client_id": "x", "tab_id": 5},
    ],
)
async def test_nonsense_neither_opens_anything_nor_breaks_anything(
    server: Server, anna: Living, socket: PageSocket, message: object
) -> None:
    page = await anna.opened_page()
    await socket.connect(server, f"client_id={page}", cookie=anna.cookie)
    assert await socket.client.call("handshake", message, timeout=PATIENCE) is False
    for name in ("event", "javascript_response", "ack", "log", "no such thing"):
        await socket.client.emit(name, message)
        await socket.client.emit(name, (message, message, message))
    assert await socket.shake_hands(page) is True


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("event", {}),
        ("event", {"id": 0, "args": ["{"]}),
        ("event", {"id": 0, "args": 5, "listener_id": []}),
        ("event", {"id": [], "args": []}),
        ("ack", {"next_message_id": "x"}),
        ("ack", {}),
        ("javascript_response", {"request_id": []}),
        ("log", {"level": "x", "message": "y"}),
    ],
)
async def test_a_message_of_the_wrong_shape_does_nothing(
    server: Server, anna: Living, socket: PageSocket, name: str, message: dict[str, object]
) -> None:
    page = await anna.opened_page()
    await socket.connect(server, implicitly(page), cookie=anna.cookie)
    await socket.client.emit(name, {"client_id": page, **message})
    assert await quietly_open(socket)
    log = (server.data.parent / "log.txt").read_text()
    assert "Traceback" not in log
    assert "never retrieved" not in log


@pytest.mark.parametrize(
    ("name", "own"), [("event", True), ("event", False), ("ack", True), ("handshake", False), ("anything", False)]
)
async def test_a_socket_that_floods_is_closed(
    server: Server, anna: Living, socket: PageSocket, name: str, own: bool
) -> None:
    page = await anna.opened_page()
    await socket.connect(server, implicitly(page), cookie=anna.cookie)
    message = {**pressed(page if own else "another"), "next_message_id": 0}
    for _ in range(100):
        if socket.closed.is_set():
            break
        await socket.client.emit(name, message)
    assert await closes(socket)


async def test_a_message_far_larger_than_any_page_sends_closes_the_socket(
    server: Server, anna: Living, socket: PageSocket
) -> None:
    page = await anna.opened_page()
    await socket.connect(server, implicitly(page), cookie=anna.cookie)
    await socket.client.emit("event", {**pressed(page), "args": [json.dumps("x" * 300_000)]})
    assert await closes(socket)


@pytest.mark.parametrize(
    "body", [b"\x1e".join([b"4x"] * 50), b"\xff\xfe", b"4", b"42[", b"9", b"41", b"5", b"b4AAA", b""]
)
async def test_nonsense_by_polling_is_no_error_of_ours(server: Server, body: bytes) -> None:
    path = f"{server.url}{SOCKET_PATH}/?EIO=4&transport=polling"
    async with httpx.AsyncClient() as client:
        opened = await client.get(path)
        at = f"{path}&sid={json.loads(opened.text[1:])['sid']}"
        assert (await client.post(at, content=body)).status_code < 500
        await client.post(at, content=b"1")  # close


@pytest.mark.parametrize("query", ["", "EIO=9", "EIO=4&transport=x", "EIO=4&transport=polling&sid=x", "EIO=4&j=x"])
async def test_an_address_that_makes_no_sense_opens_nothing(server: Server, query: str) -> None:
    async with httpx.AsyncClient() as client:
        path = f"{server.url}{SOCKET_PATH}/?{query}"
        for method in ("GET", "POST", "PUT", "DELETE"):
            assert 400 <= (await client.request(method, path)).status_code < 500
