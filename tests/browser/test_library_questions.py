"""Sorting the library, filtering it by tag, and that its address keeps both through reload and Back."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import ServedLibrary
from tests.browser.stub_library import media


@pytest.fixture
def tagged(library: ServedLibrary) -> ServedLibrary:
    """Number 1 is the largest, and the three odd ones are tagged."""
    library.stub.items = [
        media(number, bytes=1_000_000 - number, tags=["sea"] if number % 2 else []) for number in range(6, 0, -1)
    ]
    return library


async def test_another_order_is_a_list_without_months_and_stands_in_the_address(
    page: Page, tagged: ServedLibrary
) -> None:
    await _open(page, tagged)
    await page.get_by_role("button", name="Sort by: Month taken").click()
    await page.get_by_text("Size", exact=True).click()
    await expect(page).to_have_url(f"{tagged.url}/library?sort=bytes")
    await expect(page.locator(".k-tile").first).to_have_attribute("data-id", media(1)["id"])
    await expect(page.get_by_role("heading", level=2)).to_have_count(0)
    await page.get_by_role("button", name="Sort by: Size").click()
    await page.get_by_text("Smallest first").click()
    await expect(page.locator(".k-tile").first).to_have_attribute("data-id", media(6)["id"])
    await page.reload()
    await expect(page.get_by_role("button", name="Sort by: Size, smallest first")).to_be_visible()
    await expect(page.locator(".k-tile").first).to_have_attribute("data-id", media(6)["id"])


async def test_the_order_is_chosen_by_keys_as_well(page: Page, tagged: ServedLibrary) -> None:
    await _open(page, tagged)
    await page.get_by_role("button", name="Sort by").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.press("ArrowDown")
    await expect(page).to_have_url(f"{tagged.url}/library?sort=created")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Sort by: Added")).to_be_focused()


async def test_a_tag_filters_and_its_word_takes_the_filter_away(page: Page, tagged: ServedLibrary) -> None:
    await _open(page, tagged)
    await page.get_by_role("button", name="Tags").click()
    await page.get_by_role("button", name="sea 3").click()
    await expect(page.locator(".k-tile")).to_have_count(3)
    await expect(page).to_have_url(f"{tagged.url}/library?tag=sea")
    await page.go_back()
    await expect(page.locator(".k-tile")).to_have_count(6)
    await page.go_forward()
    await page.get_by_role("button", name="Clear the filter: sea").click()
    await expect(page.locator(".k-tile")).to_have_count(6)
    await expect(page).to_have_url(f"{tagged.url}/library")


async def test_a_tag_without_pictures_says_so_and_can_be_cleared(page: Page, tagged: ServedLibrary) -> None:
    await page.goto(f"{tagged.url}/library?tag=snow")
    await expect(page.get_by_role("heading", name="No picture fits.")).to_be_visible()
    await expect(page.get_by_text("Nothing has the tag “snow”.")).to_be_visible()
    await page.get_by_role("button", name="Clear the filter", exact=True).click()
    await expect(page.locator(".k-tile")).to_have_count(6)


async def test_the_viewer_stays_among_the_filtered_also_after_a_reload(page: Page, tagged: ServedLibrary) -> None:
    await page.goto(f"{tagged.url}/library?tag=sea")
    await page.locator(".k-tile-link").first.click()
    await expect(page.get_by_text("1 / 3")).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("1 / 3")).to_be_visible()
    await page.keyboard.press("ArrowRight")
    await expect(page).to_have_url(f"{tagged.url}/m/{media(3)['id']}?tag=sea")
    await page.keyboard.press("Escape")
    await expect(page).to_have_url(f"{tagged.url}/library?tag=sea")
    await expect(page.locator(".k-tile")).to_have_count(3)


async def test_a_tag_is_written_in_the_viewer_and_leads_to_all_with_it(page: Page, tagged: ServedLibrary) -> None:
    await page.goto(f"{tagged.url}/m/{media(6)['id']}")
    await expect(page.get_by_text("1 / 6")).to_be_visible()
    await page.keyboard.press("i")
    await page.get_by_role("textbox", name="Tags").fill("harbour")
    await page.keyboard.press("Enter")
    await page.get_by_role("link", name="harbour").click()
    await expect(page).to_have_url(re.compile(r"/library\?tag=harbour"))
    await expect(page.locator(".k-tile")).to_have_count(1)


async def _open(page: Page, served: ServedLibrary) -> None:
    await page.goto(f"{served.url}/library")
    await expect(page.locator(".k-tile").first).to_be_visible()
