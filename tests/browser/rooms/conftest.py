"""The pages that tests of rooms share: modules are loaded once, and what they do leaves nothing for the next test."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Browser, Page

from tests.browser.conftest import Console, ServedLibrary, Server
from tests.browser.rooms.two_pages import TwoPages, two_pages
from ui.theme.assets import asset_url

InPage = Callable[..., Awaitable[Any]]
MODULES = (
    "bitmap",
    "bytes",
    "confirm",
    "described",
    "entries",
    "frames",
    "manifest",
    "objects",
    "secret",
    "signalling",
    "tree",
)
_LOAD = """async (addresses) => {
  for (const [name, address] of Object.entries(addresses)) window[name] = await import(address);
  window.codeOf = (promise) => promise.then(() => "nothing thrown", (error) => error.code ?? String(error));
  window.vectorData = (size) => {
    const data = new Uint8Array(size);
    for (let i = 0; i < Math.min(size, 251); i += 1) data[i] = (i * i + 7 * i) % 251;
    for (let made = 251; made < size; made *= 2) data.copyWithin(made, 0, made); // they come again after 251
    return data;
  };
}"""


@pytest.fixture(scope="session")
async def shared_page(browser: Browser) -> AsyncIterator[Page]:
    """An empty page that stays from test to test."""
    page = await browser.new_page()
    yield page
    await page.close()


@pytest.fixture
async def in_page(shared_page: Page, library: ServedLibrary) -> InPage:
    """Runs the body of an async function with each module of the room under its name, and with what is `given`."""
    if not shared_page.url.startswith(library.url):
        await shared_page.goto(f"{library.url}/empty")
    if await shared_page.evaluate("typeof codeOf") == "undefined":  # tests of single pieces use the page without them
        await shared_page.evaluate(_LOAD, {name: asset_url(f"rooms/page/{name}.js") for name in MODULES})

    async def run(body: str, *given: Any) -> Any:
        return await shared_page.evaluate(f"async (given) => {{ {body} }}", list(given))

    return run


@pytest.fixture(scope="session")
async def both_pages(browser: Browser, server: Server) -> AsyncIterator[TwoPages]:
    """Two pages of the running Kamra that stay from test to test."""
    async with two_pages(browser, server) as pages:
        yield pages


@pytest.fixture
async def pages(both_pages: TwoPages, console: Console) -> AsyncIterator[TwoPages]:
    """Both in a new room. The test fails when one of them wrote an error to its console."""
    for page in (both_pages.host, both_pages.guest):
        page.on("console", console.heard)
    await both_pages.come()
    yield both_pages
    for page in (both_pages.host, both_pages.guest):
        page.remove_listener("console", console.heard)
    await both_pages.leave()
    assert console.unexpected() == []
