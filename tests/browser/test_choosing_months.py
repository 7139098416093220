"""Choosing a whole month: by the ring beside its heading, and by key."""

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, ServedLibrary
from tests.browser.stub_library import media


@pytest.fixture
def months(library: ServedLibrary) -> ServedLibrary:
    """130 pictures of June, of which only the newest come with the page, and five of May."""
    june = [media(number, taken_at="2026-06-14T17:05:00Z") for number in range(135, 5, -1)]
    may = [media(number, taken_at="2026-05-02T09:00:00Z") for number in range(5, 0, -1)]
    library.stub.items = [*june, *may]
    library.stub.inline = 20
    return library


async def test_the_ring_of_a_heading_chooses_its_month_and_lets_it_go(page: Page, months: ServedLibrary) -> None:
    await _open(page, months)
    june = _ring(page, "June 2026")
    await expect(june).to_have_css("opacity", "0")
    await page.locator(".k-tile").first.hover()
    await june.click()
    await expect(_bar(page)).to_contain_text("130 chosen")  # those that had not come as well
    await expect(june).to_be_checked()
    await page.locator(".k-tile").first.click()
    await expect(june).not_to_be_checked()
    await june.click()
    await expect(_bar(page)).to_contain_text("130 chosen")
    await june.click()
    await expect(_bar(page)).to_be_hidden()


async def test_m_chooses_the_month_of_the_picture_that_has_the_focus(page: Page, months: ServedLibrary) -> None:
    await _open(page, months)
    await page.locator(".k-tile a").first.focus()
    await page.keyboard.press("m")
    await expect(_bar(page)).to_contain_text("130 chosen")
    await page.keyboard.press("End")
    await expect(page.locator(f".k-tile[data-id='{media(1)['id']}'] a")).to_be_focused()
    await expect(_ring(page, "May 2026")).not_to_be_checked()
    await page.keyboard.press("m")
    await expect(_bar(page)).to_contain_text("135 chosen")
    await expect(_ring(page, "May 2026")).to_be_checked()


async def test_a_month_of_which_a_picture_came_later_is_not_all_chosen(page: Page, months: ServedLibrary) -> None:
    await _open(page, months)
    await page.locator(".k-tile a").first.focus()
    await page.keyboard.press("m")
    await expect(_ring(page, "June 2026")).to_be_checked()
    later = media(500, taken_at="2026-06-20T10:00:00Z")
    months.stub.items.insert(0, later)
    await page.evaluate("(one) => gallery.changed(one)", later)
    await expect(_ring(page, "June 2026")).not_to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_nothing_stands_in_the_way_of_assistive_tools_beside_scrubber_and_bar(
    open_page: OpenPage, months: ServedLibrary, scheme: str
) -> None:
    page = await open_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    await _open(page, months)
    await page.locator(".k-tile a").first.focus()
    await page.keyboard.press("m")
    await expect(_bar(page)).to_contain_text("130 chosen")
    await expect(page.get_by_role("slider", name="Month")).to_be_visible()
    found = await Axe().run(page)
    grave = [one for one in found.response["violations"] if one["impact"] in {"critical", "serious"}]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in grave] == []


async def _open(page: Page, served: ServedLibrary) -> None:
    await page.goto(f"{served.url}/library")
    await expect(page.locator(".k-tile").first).to_be_visible()


def _ring(page: Page, month: str) -> Locator:
    return page.get_by_role("checkbox", name=f"Choose {month}")


def _bar(page: Page) -> Locator:
    return page.locator(".k-choosing")
