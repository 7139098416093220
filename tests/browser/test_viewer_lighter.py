"""Where the browser shows AVIF it gets the lighter picture, in the grid as in the viewer; JPEG stands behind it."""

import re
from typing import Any

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.conftest import Console, ServedLibrary
from tests.browser.stub_library import media

LIGHTER = re.compile("kind=avif")


def with_lighter(number: int, **changed: Any) -> dict[str, Any]:
    """A picture whose AVIFs are made; the stand-in sends JPEG for them, which a browser finds out and shows."""
    picture = media(number, **changed)
    lighter = [
        one | {"content_type": "image/avif", "url": f"{one['url']}&kind=avif"} for one in picture["renditions"][:2]
    ]
    return picture | {"renditions": picture["renditions"] + lighter}


@pytest.fixture
def lighter(library: ServedLibrary) -> ServedLibrary:
    library.stub.items = [with_lighter(number) for number in range(4, 0, -1)]
    return library


async def test_tiles_and_viewer_show_the_lighter_kind(page: Page, lighter: ServedLibrary) -> None:
    await _open(page, lighter)
    image = page.locator(".k-tile img").first
    assert LIGHTER.search(await image.evaluate("(one) => one.currentSrc"))
    await page.locator(".k-tile").first.click()
    shown = page.locator(".k-viewer img")
    await expect(shown).to_be_visible()
    await page.wait_for_function("() => document.querySelector('.k-viewer img').currentSrc.includes('kind=avif')")
    async with page.expect_request(re.compile("/original")):
        await page.keyboard.press("z")
    await page.wait_for_function("() => document.querySelector('.k-viewer img').currentSrc.includes('/original')")


async def test_one_that_does_not_load_gives_way_to_the_plain_kind(
    page: Page, lighter: ServedLibrary, console: Console
) -> None:
    console.expect("ERR_FAILED")

    async def lost(route: Route) -> None:
        await route.abort()

    await page.route(LIGHTER, lost)
    await _open(page, lighter)
    assert not LIGHTER.search(await page.locator(".k-tile img").first.evaluate("(one) => one.currentSrc"))
    assert not [path for _, path in lighter.stub.asked if path.startswith("/media/")]  # no new links were asked for


async def test_one_that_comes_later_changes_nothing_on_an_open_page(page: Page, library: ServedLibrary) -> None:
    library.stub.items = [media(number) for number in range(4, 0, -1)]
    await _open(page, library)
    await page.evaluate("() => { document.querySelector('.k-tile img').isTheSame = true; }")
    await page.evaluate("(picture) => gallery.changed(picture)", with_lighter(4, name="Lisbon.jpg"))
    image = page.locator(".k-tile img").first
    await expect(image).to_have_attribute("alt", "Lisbon.jpg")
    await expect(image).to_have_class(re.compile("k-loaded"))
    assert await image.evaluate("(one) => one.isTheSame && !one.currentSrc.includes('avif')")


async def _open(page: Page, served: ServedLibrary) -> None:
    await page.goto(f"{served.url}/library")
    await expect(page.locator(".k-tile img.k-loaded")).to_have_count(4)
