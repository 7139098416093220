"""The coder in the page that all tests of rooms share."""

import base64
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.browser.rooms.conftest import InPage
from ui.theme.assets import asset_url

WithCoder = Callable[..., Awaitable[Any]]
_COMES = """
  const { encodeProven, decodeProven } = await import(given[0]);
  const { JpegPool } = await import(given[1]);
  const from64 = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const to64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const reasonOf = (promise) => promise.then(() => "nothing", (error) => error.reason ?? error.name);
  given = given.slice(2);
"""


@pytest.fixture
def with_coder(in_page: InPage) -> WithCoder:
    """Runs the body of an async function with the coder; bytes that are `given` come as base64."""
    modules = [asset_url(f"rooms/page/jpeg/{name}.js") for name in ("proven", "pool")]

    async def run(body: str, *given: Any) -> Any:
        return await in_page(_COMES + body, *modules, *(as_text(one) for one in given))

    return run


def as_text(given: Any) -> Any:
    """Bytes as base64, also inside of lists."""
    if isinstance(given, list):
        return [as_text(one) for one in given]
    return base64.b64encode(given).decode() if isinstance(given, bytes) else given
