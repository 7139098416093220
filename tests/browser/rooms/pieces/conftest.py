"""Runs one piece of the room page in the page that tests of rooms share."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Page

from tests.browser.conftest import ServedLibrary
from ui.theme.assets import asset_url

Piece = Callable[..., Awaitable[Any]]
_RUN = """async ([address, given]) => {
  const m = await import(address);
  const binary = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const text = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const codeOf = (promise) => promise.then(() => "nothing thrown", (error) => error.code ?? error.name);
  %s
}"""


@pytest.fixture
async def piece(shared_page: Page, library: ServedLibrary) -> Piece:
    """Runs the body of an async function with a piece's exports in `m`, what is `given`, and bytes as base64."""
    if not shared_page.url.startswith(library.url):
        await shared_page.goto(f"{library.url}/empty")

    async def run(name: str, body: str, *given: Any) -> Any:
        return await shared_page.evaluate(_RUN % body, [asset_url(f"rooms/page/pieces/{name}.js"), list(given)])

    return run
