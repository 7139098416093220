"""A browser whose pages find each other on one machine, and an empty room for each test."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright

from tests.browser.conftest import FLAGS, ServedLibrary
from tests.browser.rooms.direct.peers import Peers, peers_at
from tests.find_chromium import find_chromium

# Addresses as they are: names that hide them are looked up by multicast, which a machine for tests may not have.
PLAIN_ADDRESSES = "--disable-features=WebRtcHideLocalIpsWithMdns"


@pytest.fixture(scope="session")
async def direct_browser() -> AsyncIterator[Browser]:
    """One Chromium for all peers of all tests."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=find_chromium(), args=[*FLAGS, PLAIN_ADDRESSES])
        yield chromium
        await chromium.close()


@pytest.fixture
async def peers(direct_browser: Browser, library: ServedLibrary) -> AsyncIterator[Peers]:
    """Nobody is in the room yet."""
    async with peers_at(direct_browser, f"{library.url}/empty") as room:
        yield room
