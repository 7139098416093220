"""What one wrote about a picture while the server was away is not lost: it is sent when the server is back."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Console, ServedLibrary
from tests.browser.stub_library import media

NOT_YET = "No connection. This is sent as soon as it is back."


@pytest.fixture
def few(library: ServedLibrary) -> ServedLibrary:
    library.stub.items = [media(number) for number in range(6, 0, -1)]
    return library


async def test_what_was_written_offline_is_sent_when_the_connection_is_back(
    page: Page, few: ServedLibrary, console: Console
) -> None:
    console.expect("ERR_INTERNET_DISCONNECTED")
    viewer = await _facts(page, few)
    await page.context.set_offline(True)
    await _write(viewer, "A lynx asleep in the sun")
    await expect(viewer.get_by_text(NOT_YET)).to_be_visible()
    await page.context.set_offline(False)
    await expect(viewer.get_by_text("Saved.")).to_be_visible()
    await expect(viewer.get_by_text(NOT_YET)).to_have_count(0)
    assert few.stub.items[1]["alt"] == "A lynx asleep in the sun"


async def test_it_outlives_a_reload_and_stands_where_it_was_written(
    page: Page, few: ServedLibrary, console: Console
) -> None:
    console.expect("status of 503")
    await page.clock.install()
    few.stub.refuse("PATCH", f"/media/{media(5)['id']}", 503, "service_unavailable", "Kamra is just starting.")
    viewer = await _facts(page, few)
    await _write(viewer, "A lynx")
    await expect(viewer.get_by_text(NOT_YET)).to_be_visible()
    few.stub.refuse("PATCH", f"/media/{media(5)['id']}", 503, "service_unavailable", "Kamra is just starting.")
    await page.reload()
    await expect(viewer).to_be_visible()
    await page.keyboard.press("i")
    await expect(viewer.get_by_label("What the picture shows")).to_have_value("A lynx")
    await expect(viewer.get_by_text(NOT_YET)).to_be_visible()
    async with page.expect_request(lambda request: request.method == "PATCH"):
        await page.clock.run_for(10_000)
    await expect(viewer.get_by_text("Saved.")).to_be_visible()
    assert few.stub.items[1]["alt"] == "A lynx"


async def test_what_is_refused_later_is_said_once_and_not_tried_again(
    page: Page, few: ServedLibrary, console: Console
) -> None:
    console.expect("ERR_INTERNET_DISCONNECTED|status of 422")
    viewer = await _facts(page, few)
    await page.context.set_offline(True)
    await _write(viewer, "A lynx")
    await expect(viewer.get_by_text(NOT_YET)).to_be_visible()
    few.stub.refuse(
        "PATCH", f"/media/{media(5)['id']}", 422, "bad_alt", "There are characters in there that are no text."
    )
    await page.context.set_offline(False)
    await expect(page.get_by_text("There are characters in there that are no text.")).to_be_visible()
    assert await page.evaluate("() => sessionStorage.getItem('k-shelf//unsent-details')") == "[]"


async def _facts(page: Page, served: ServedLibrary) -> Locator:
    await page.goto(f"{served.url}/library")
    await page.locator(f"[data-id='{media(5)['id']}']").click()
    viewer = page.locator(".k-viewer")
    await expect(viewer).to_be_visible()
    await page.keyboard.press("i")
    await expect(viewer.get_by_role("complementary", name="Facts")).to_be_visible()
    return viewer


async def _write(viewer: Locator, words: str) -> None:
    description = viewer.get_by_label("What the picture shows")
    await description.fill(words)
    await description.blur()
