"""A session that ends takes its pages' sockets with it, and they do not come back."""

from collections.abc import AsyncIterator

import httpx
import pytest
from socketio.exceptions import ConnectionError as Refused

from tests.attack.living import Living, PageSocket, closes, implicitly, living, page_socket, quietly_open
from tests.browser.conftest import Server
from tests.browser.residents import RESIDENT_PASSWORD, api_of


@pytest.fixture(scope="module")
async def eve(server: Server) -> AsyncIterator[Living]:
    async with living(server, "Eve") as person:
        yield person


@pytest.fixture
async def socket() -> AsyncIterator[PageSocket]:
    async with page_socket() as one:
        yield one


@pytest.fixture
async def anna(server: Server) -> AsyncIterator[Living]:
    async with living(server, "Anna") as person:
        yield person


@pytest.fixture
async def opened(server: Server, anna: Living, socket: PageSocket) -> str:
    page = await anna.opened_page()
    await socket.connect(server, implicitly(page), cookie=anna.cookie)
    assert await quietly_open(socket)
    return page


async def ended(server: Server, anna: Living, socket: PageSocket, page: str) -> None:
    assert await closes(socket)
    async with page_socket() as again:
        with pytest.raises(Refused):
            await again.connect(server, implicitly(page), cookie=anna.cookie)
    answer = await anna.browser.get("/settings")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Fsettings")


async def test_by_signing_out_elsewhere(server: Server, anna: Living, socket: PageSocket, opened: str) -> None:
    async with httpx.AsyncClient(headers={"Origin": server.url, "Cookie": anna.cookie}) as other:
        assert (await other.post(f"{server.url}/sign-out")).status_code == 303
    await ended(server, anna, socket, opened)


async def test_by_the_api(server: Server, anna: Living, socket: PageSocket, opened: str) -> None:
    sessions = (await anna.who.api.get("/auth/sessions")).json()["items"]
    (browser,) = [one["id"] for one in sessions if one["kind"] == "browser"]
    assert (await anna.who.api.delete(f"/auth/sessions/{browser}")).status_code == 204
    await ended(server, anna, socket, opened)


async def test_by_a_new_password(server: Server, anna: Living, socket: PageSocket, opened: str) -> None:
    new = {"current": RESIDENT_PASSWORD, "new": "a lantern in the rain"}
    assert (await anna.who.api.post("/auth/password", json=new)).status_code == 204
    await ended(server, anna, socket, opened)


async def test_by_a_reset_link(server: Server, anna: Living, socket: PageSocket, opened: str) -> None:
    owner = await api_of(server, server.login, server.password)
    link = (await owner.post(f"/users/@{anna.who.handle}/reset-link")).json()["url"]
    code = link.rpartition("/")[2]
    answer = await owner.post("/auth/reset", json={"code": code, "new": "a lantern in the rain"})
    assert answer.status_code == 204
    await owner.aclose()
    await ended(server, anna, socket, opened)


async def test_by_a_suspension(server: Server, anna: Living, socket: PageSocket, opened: str) -> None:
    owner = await api_of(server, server.login, server.password)
    answer = await owner.post(f"/moderation/users/@{anna.who.handle}/suspend", json={"reason": "noise"})
    assert answer.status_code == 204, answer.text
    await owner.aclose()
    await ended(server, anna, socket, opened)


async def test_by_the_end_of_the_account(server: Server, anna: Living, socket: PageSocket, opened: str) -> None:
    owner = await api_of(server, server.login, server.password)
    assert (await owner.delete(f"/users/@{anna.who.handle}")).status_code == 204
    await owner.aclose()
    await ended(server, anna, socket, opened)


async def test_by_signing_in_as_somebody_else(
    server: Server, anna: Living, eve: Living, socket: PageSocket, opened: str
) -> None:
    before = anna.cookie
    form = {"login": eve.who.handle, "password": RESIDENT_PASSWORD}
    assert (await anna.browser.post("/sign-in", data=form)).status_code == 303
    assert await closes(socket)
    for cookie in (before, anna.cookie):
        async with page_socket() as again:
            with pytest.raises(Refused):
                await again.connect(server, implicitly(opened), cookie=cookie)
