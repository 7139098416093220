"""The JPEG coder of rooms in an empty page of a real browser, with files that it can fetch."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Page, Route

from benchmarks.browser import chromium
from benchmarks.served import served
from ui.theme.assets import asset_url

_IN_PAGE = (Path(__file__).parent / "jpeg_coder_page.js").read_text(encoding="utf-8")
FOLDER = asset_url("rooms/page/jpeg/encode.js").removesuffix("encode.js")
AddressOf = Callable[[bytes], str]


@asynccontextmanager
async def coder_open() -> AsyncIterator[tuple[Page, AddressOf]]:
    """The page, and what makes an address there of a file's bytes."""
    files: dict[str, bytes] = {}

    async def give(route: Route) -> None:
        await route.fulfill(body=files[route.request.url.rpartition("/")[2]])

    def address_of(data: bytes) -> str:
        name = str(len(files))
        files[name] = data
        return f"/measured/{name}"

    async with served() as kamra, chromium() as browser:
        page = await browser.new_page()
        await page.route("**/measured/*", give)
        await page.add_init_script(_IN_PAGE)
        await page.goto(f"{kamra.url}/sign-in")
        yield page, address_of
