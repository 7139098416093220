"""Peers of one room in pages of their own, and a server in between that passes signals on, or does as a test says."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Error, Page

from tests.rooms.vectors import VECTORS
from ui.theme.assets import asset_url

NAMES = ("ana", "ben", "cem", "dan", "eve")
PEERS = {name: f"{number:024x}" for number, name in enumerate(NAMES, 1)}  # of two the smaller one is polite
SCRIPT = (Path(__file__).parent / "page.js").read_text(encoding="utf-8")
MODULES = ("bitmap", "bytes", "described", "objects", "secret", "signalling")
_LOAD = """async (addresses) => {
  for (const [name, address] of Object.entries(addresses)) window[name] = await import(address);
}"""

PassOn = Callable[[str, str, str], Awaitable[str | None]]


class Peers:
    """`between(from, to, text)` gives what the other end gets instead; None for nothing."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self.url = url
        self.pages: dict[str, Page] = {}
        self.between: PassOn | None = None

    async def add(
        self, name: str, browser: Browser | None = None, kept: Callable[[int], None] | None = None, **how: Any
    ) -> Page:
        """A page in which `name` is in the room; `kept` is told each chunk that is, `how` goes to `join` of page.js."""
        page = await (browser or self._browser).new_page()
        await page.goto(self.url)
        addresses = {module: asset_url(f"rooms/page/{module}.js") for module in MODULES}
        addresses["direct"] = asset_url("rooms/page/direct/direct.js")
        await page.evaluate(_LOAD, addresses)
        await page.evaluate(f"(() => {{ {SCRIPT} }})()")

        async def out(to: str, text: str) -> None:
            receiver = next((known for known, id in PEERS.items() if id == to), to)
            passed = await self.between(name, receiver, text) if self.between else text
            if passed is not None and receiver in self.pages:
                await self.pages[receiver].evaluate("([from, text]) => signalIn(from, text)", [PEERS[name], passed])

        await page.expose_function("signalOut", out)
        if kept:
            await page.expose_function("keptOne", kept)
        secret = f"http://localhost/r#{VECTORS['fragment']}"
        await page.evaluate("([me, how]) => join(me, how)", [PEERS[name], {"secret": secret, **how}])
        self.pages[name] = page
        return page

    async def meet(self, one: str, other: str) -> None:
        """Both hear at once that the other is there."""
        for me, them in ((one, other), (other, one)):
            await self.pages[me].evaluate("(peer) => room.meet(peer)", PEERS[them])

    async def kill(self, name: str) -> None:
        """The page's process dies in the middle of whatever it does."""
        page = self.pages.pop(name)
        async with page.expect_event("crash"):
            session = await page.context.new_cdp_session(page)
            dying = asyncio.ensure_future(session.send("Page.crash"))  # whom it asks cannot answer
        await page.context.close()
        with suppress(Error):
            await dying

    async def leave(self, name: str) -> None:
        """The page goes; nobody is told."""
        await self.pages.pop(name).close()


@asynccontextmanager
async def peers_at(browser: Browser, url: str) -> AsyncIterator[Peers]:
    """An empty room."""
    peers = Peers(browser, url)
    yield peers
    for name in list(peers.pages):
        await peers.leave(name)


def signal_out(signal: dict[str, Any]) -> str:
    """As it came."""
    return json.dumps(signal)


def signal_in(text: str) -> dict[str, Any]:
    """A signal that was not sealed."""
    return json.loads(text)
