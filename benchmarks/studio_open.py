"""The studio of a running Kamra, open in a real browser, with what watches when pictures are painted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Page

from benchmarks.browser import chromium, signed_in
from benchmarks.photographs import from_a_camera
from benchmarks.served import served

_WATCHED = (Path(__file__).parent / "studio_page.js").read_text(encoding="utf-8")


@asynccontextmanager
async def studio_open(photographs: int) -> AsyncIterator[tuple[Page, list[Path]]]:
    """The page with nothing on the table, and as many different photographs of 12 megapixels to choose."""
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"photograph-{number}.jpg" for number in range(photographs)]
        for file, photograph in zip(files, from_a_camera(), strict=False):  # it never ends
            file.write_bytes(photograph)
        async with served() as kamra, chromium() as browser, signed_in(browser, kamra) as window:
            page = await window.new_page()
            await page.goto("/studio")
            await page.evaluate(_WATCHED)
            yield page, files
