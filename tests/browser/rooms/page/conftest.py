"""One Kamra and two browsers for all tests here: who sends is in one process, and who visits in another."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from tests.browser.conftest import FLAGS, PASSWORD, Console, Server
from tests.browser.own_server import OwnServer, own_server
from tests.browser.rooms.direct.conftest import PLAIN_ADDRESSES
from tests.browser.rooms.engine.room_pages import RoomPages
from tests.browser.rooms.two_pages import TwoPages, two_pages
from tests.find_chromium import find_chromium


@pytest.fixture(scope="session")
async def kamra(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[OwnServer]:
    """Everything on its line is in `folder / "line"`. A test may restart it."""
    folder = tmp_path_factory.mktemp("kamra of rooms")
    kamra = own_server(folder, KAMRA_RATE_LIMITS="off", KAMRA_TEST_RECORDING=str(folder / "line"))
    kamra.program = "tests.rooms.recorded_kamra"
    await kamra.start()
    yield kamra
    await kamra.stop()


@pytest.fixture(scope="session")
async def visitors_browser(browser: Browser) -> AsyncIterator[Browser]:
    """A process of its own."""
    chromium = await browser.browser_type.launch(executable_path=find_chromium(), args=[*FLAGS, PLAIN_ADDRESSES])
    yield chromium
    await chromium.close()


@pytest.fixture(scope="session")
async def hosts(browser: Browser, kamra: OwnServer) -> AsyncIterator[TwoPages]:
    """The bare page of who is signed in there."""
    async with two_pages(
        browser, Server(url=kamra.url, data=kamra.folder / "data", login="owner", password=PASSWORD)
    ) as pages:
        yield pages


@pytest.fixture
async def rooms(visitors_browser: Browser, hosts: TwoPages, console: Console) -> AsyncIterator[RoomPages]:
    """The test fails when a page wrote an error to its console."""
    rooms = RoomPages(browser=visitors_browser, host=hosts.host, console=console)
    yield rooms
    await rooms.leave()
    assert console.unexpected() == []
