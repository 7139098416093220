"""How fast a file goes from browser to browser, against one bare data channel between the same two in the same run.

Each of two Chromium processes has a page. Hashing is done before the clock starts; sealing, hashing each leaf again,
opening and putting together are not. The bare channel carries as many bytes, neither sealed nor confirmed.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page

from benchmarks.browser import chromium
from benchmarks.figure import Figure, as_table, at_least, for_information
from benchmarks.served import served
from tests.browser.rooms.direct.peers import PEERS, Peers, peers_at
from tests.browser.rooms.direct.relay import Relay

_NEAR = 200_000_000  # bytes
_FAR = 16_000_000
_ONE_WAY = 0.05  # seconds, so that a round trip takes 100 ms
_SCRIPT = (Path(__file__).parent / "rooms_direct_page.js").read_text(encoding="utf-8")
_PLAIN_ADDRESSES = "--disable-features=WebRtcHideLocalIpsWithMdns"


def measure() -> list[Figure]:
    """Speeds as parts of the bare channel's."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    async with _two_pages() as (ana, ben):
        near_bare, near = await _bare(ana, ben, _NEAR), await _ours(ana, ben, _NEAR)
    relay = Relay(_ONE_WAY)
    async with _two_pages(relay) as (ana, ben):
        far_bare, far = await _bare(ana, ben, _FAR), await _ours(ana, ben, _FAR)
    relay.close()
    return [
        at_least("rooms: 200 MB from browser to browser, of a bare channel", near_bare / near, 0.8, "×"),
        for_information("ours, on one machine", _NEAR / near / 1e6, "MB/s"),
        for_information("the bare channel, on one machine", _NEAR / near_bare / 1e6, "MB/s"),
        at_least("rooms: 16 MB with 100 ms of round trip, of a plain connection", far_bare / far, 2.5, "×"),
        for_information("ours, with 100 ms", _FAR / far / 1e6, "MB/s"),
        for_information("the plain connection, with 100 ms", _FAR / far_bare / 1e6, "MB/s"),
    ]


@asynccontextmanager
async def _two_pages(relay: Relay | None = None) -> AsyncIterator[tuple[Page, Page]]:
    async with (
        served() as kamra,
        chromium(_PLAIN_ADDRESSES) as one,
        chromium(_PLAIN_ADDRESSES) as other,
        peers_at(one, f"{kamra.url}/sign-in") as peers,
    ):
        peers.between = relay.between if relay else None
        yield await _page(peers, "ana"), await _page(peers, "ben", other)


async def _page(peers: Peers, name: str, browser: Browser | None = None) -> Page:
    page = await peers.add(name, browser, plain=True)
    await page.evaluate(f"(() => {{ {_SCRIPT} }})()")
    return page


async def _bare(ana: Page, ben: Page, size: int) -> float:
    """Seconds."""
    await ben.evaluate("(peer) => openBare(peer, false)", PEERS["ana"])
    await ana.evaluate("(peer) => openBare(peer, true)", PEERS["ben"])
    for page in (ana, ben):
        await page.evaluate("bareOpen()")
    receiving = asyncio.create_task(ben.evaluate("(size) => receiveBare(size)", size))
    await ana.evaluate("(size) => sendBare(size)", size)
    took = await receiving
    for page in (ana, ben):
        await page.evaluate("closeBare()")
    return took


async def _ours(ana: Page, ben: Page, size: int) -> float:
    """Seconds; the two have met before, as people in a room have."""
    file = await ana.evaluate("(size) => offer(size, 1)", size)
    for page, other in ((ana, "ben"), (ben, "ana")):
        await page.evaluate("(peer) => room.meet(peer)", PEERS[other])
    for page in (ana, ben):
        await page.evaluate("happening('met')")
    return await ben.evaluate("(file) => receiveOurs(file)", file)


if __name__ == "__main__":
    print(as_table(measure()))
