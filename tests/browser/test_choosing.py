"""Choosing pictures with the mouse and by keys: what is chosen, how it is shown, and what it outlives."""

import re

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, ServedLibrary
from tests.browser.stub_library import media


@pytest.fixture
def few(library: ServedLibrary) -> ServedLibrary:
    library.stub.items = [media(number) for number in range(9, 0, -1)]
    return library


@pytest.fixture
def many(library: ServedLibrary) -> ServedLibrary:
    library.stub.items = [media(number) for number in range(250, 0, -1)]
    return library


async def test_the_ring_shows_under_the_mouse_and_chooses_without_opening(page: Page, few: ServedLibrary) -> None:
    await _open(page, few)
    ring = _ring(page, 8)
    await expect(ring).to_have_css("opacity", "0")
    await _tile(page, 8).hover()
    await expect(ring).to_have_css("opacity", "1")
    await ring.click()
    await expect(page.locator(".k-viewer")).to_have_count(0)
    await expect(_tile(page, 8)).to_have_attribute("data-chosen", "")
    await expect(page.get_by_role("checkbox", name="Choose IMG_0008.jpg")).to_be_checked()
    await expect(_ring(page, 3)).to_have_css("opacity", "1")  # now all of them show


async def test_a_press_in_the_corner_opens_the_picture_where_no_ring_is_seen(
    open_page: OpenPage, few: ServedLibrary
) -> None:
    page = await open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    await _open(page, few)
    await _tile(page, 8).tap(position={"x": 20, "y": 20})
    await expect(page.locator(".k-viewer")).to_be_visible()


async def test_while_choosing_a_press_chooses_and_takes_out_again(page: Page, few: ServedLibrary) -> None:
    await _choose(page, few, 8)
    await _tile(page, 5).click()
    await expect(_bar(page)).to_contain_text("2 chosen · 2 MB")
    await _tile(page, 5).click()
    await _tile(page, 8).click()
    await expect(_bar(page)).to_be_hidden()
    await _tile(page, 8).click()
    await expect(page.locator(".k-viewer")).to_be_visible()


async def test_the_bar_tells_how_many_and_how_much_and_screen_readers_hear_it(page: Page, few: ServedLibrary) -> None:
    await _choose(page, few, 8)
    await expect(page.get_by_role("region", name="Chosen pictures")).to_contain_text("1 chosen · 1 MB")
    await expect(page.locator("body > [role='status'].k-unseen")).to_have_text("1 chosen · 1 MB")
    await _bar(page).get_by_role("button", name="Choose none").click()
    await expect(page.locator("body > [role='status'].k-unseen")).to_have_text("No picture is chosen any more.")
    await expect(_bar(page)).to_be_hidden()


async def test_shift_chooses_all_that_lie_between(page: Page, few: ServedLibrary) -> None:
    await _choose(page, few, 8)
    await _tile(page, 4).click(modifiers=["Shift"])
    await _are_chosen(page, 8, 7, 6, 5, 4)
    await _tile(page, 9).click(modifiers=["Shift"])
    await _are_chosen(page, 9, 8, 7, 6, 5, 4)
    assert len(page.context.pages) == 1  # Shift opens no window here


async def test_space_and_x_choose_and_esc_ends_it(page: Page, few: ServedLibrary) -> None:
    await _open(page, few)
    await _tile(page, 9).locator("a").focus()
    await page.keyboard.press("Space")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("x")
    await _are_chosen(page, 9, 8)
    await page.keyboard.press("Shift+ArrowRight")
    await page.keyboard.press("Shift+ArrowRight")
    await _are_chosen(page, 9, 8, 7, 6)
    await page.keyboard.press("Escape")
    await expect(_bar(page)).to_be_hidden()
    await _are_chosen(page)
    await expect(_tile(page, 6).locator("a")).to_be_focused()


async def test_the_focus_stays_with_the_tile_whose_ring_was_pressed(page: Page, few: ServedLibrary) -> None:
    await _choose(page, few, 8)
    await expect(_tile(page, 8).locator("a")).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Space")
    await _are_chosen(page, 8, 7)


async def test_ctrl_a_chooses_all_there_are_also_those_that_are_not_loaded(page: Page, many: ServedLibrary) -> None:
    await _open(page, many)
    await page.keyboard.press("Control+a")
    await expect(_bar(page)).to_contain_text("250 chosen · 281 MB")
    await expect(_bar(page).get_by_role("button", name="Choose all pictures")).to_be_hidden()


async def test_in_a_field_ctrl_a_means_its_words(page: Page, few: ServedLibrary) -> None:
    await _open(page, few)
    await page.get_by_role("searchbox").focus()
    await page.keyboard.press("Control+a")
    await _are_chosen(page)


async def test_all_means_all_that_a_search_found(page: Page, many: ServedLibrary) -> None:
    await page.goto(f"{many.url}/library?q=IMG_01")
    await _tile(page, 199).hover()
    await _ring(page, 199).click()
    await _bar(page).get_by_role("button", name="Choose all pictures").click()
    await expect(_bar(page)).to_contain_text("100 chosen")


async def test_a_choice_outlives_scrolling_away_and_searching(page: Page, many: ServedLibrary) -> None:
    await _choose(page, many, 249)
    await _tile(page, 248).click()
    await page.evaluate("() => window.scrollTo(0, 9000)")
    await expect(_tile(page, 249)).to_have_count(0)
    await expect(_bar(page)).to_contain_text("2 chosen")
    await page.evaluate("() => window.scrollTo(0, 0)")
    await expect(_tile(page, 249)).to_have_attribute("data-chosen", "")
    await page.get_by_role("searchbox").fill("0123")
    await expect(page.locator(".k-tile")).to_have_count(1)
    await _tile(page, 123).click()
    await expect(_bar(page)).to_contain_text("3 chosen")


async def test_what_is_deleted_elsewhere_leaves_the_choice_and_what_changes_stays_in_it(
    page: Page, few: ServedLibrary
) -> None:
    await _choose(page, few, 8)
    await _tile(page, 7).click()
    await page.evaluate("(id) => gallery.removed(id)", media(7)["id"])
    await expect(_bar(page)).to_contain_text("1 chosen · 1 MB")
    await page.evaluate("(picture) => gallery.changed(picture)", media(8, name="Lisbon.jpg"))
    await expect(_tile(page, 8)).to_have_attribute("data-chosen", "")
    await expect(page.get_by_role("checkbox", name="Choose Lisbon.jpg")).to_be_checked()


async def test_up_to_ten_can_be_posted_together(page: Page, many: ServedLibrary) -> None:
    await _choose(page, many, 249)
    await _tile(page, 248).click()
    post = _bar(page).get_by_role("link", name="Post", exact=True)
    await expect(post).to_have_attribute("href", f"/compose?media={media(249)['id']},{media(248)['id']}")
    await page.keyboard.press("Control+a")
    await expect(_bar(page)).to_contain_text("250 chosen")
    await expect(post).to_have_count(0)


async def test_one_chosen_is_downloaded_as_itself(page: Page, few: ServedLibrary) -> None:
    await _choose(page, few, 8)
    link = _bar(page).get_by_role("link", name="Download original")
    await expect(link).to_have_attribute("href", re.compile(f"/media/{media(8)['id']}/original"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_nothing_stands_in_the_way_of_assistive_tools(
    open_page: OpenPage, few: ServedLibrary, scheme: str
) -> None:
    page = await open_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    await _choose(page, few, 8)
    found = await Axe().run(page)
    grave = [one for one in found.response["violations"] if one["impact"] in {"critical", "serious"}]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in grave] == []


@pytest.mark.parametrize("width", [320, 390, 600, 1024])
async def test_the_bar_fits_narrow_windows(open_page: OpenPage, many: ServedLibrary, width: int) -> None:
    page = await open_page(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    await _choose(page, many, 249)  # with every action there is
    await _fits(page, width)
    await page.keyboard.press("Control+a")
    await expect(_bar(page)).to_contain_text("250 chosen")
    await _fits(page, width)


async def _fits(page: Page, width: int) -> None:
    assert await page.evaluate("() => document.documentElement.scrollWidth") <= width
    boxes = [await one.bounding_box() for one in await _bar(page).locator("button:visible, a:visible").all()]
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 44 for box in boxes)
    assert len({box["y"] for box in boxes if box}) == 1  # in one row, however narrow


async def _open(page: Page, served: ServedLibrary) -> None:
    await page.goto(f"{served.url}/library")
    await expect(page.locator(".k-tile").first).to_be_visible()


async def _choose(page: Page, served: ServedLibrary, number: int) -> None:
    await _open(page, served)
    await _tile(page, number).hover()
    await _ring(page, number).click()
    await expect(_bar(page)).to_be_visible()


def _tile(page: Page, number: int) -> Locator:
    return page.locator(f".k-tile[data-id='{media(number)['id']}']")


def _ring(page: Page, number: int) -> Locator:
    return _tile(page, number).locator(".k-tile-ring")


def _bar(page: Page) -> Locator:
    return page.locator(".k-choosing")


async def _are_chosen(page: Page, *numbers: int) -> None:
    """These and no others, in this order."""
    await expect(page.locator(".k-tile[data-chosen]")).to_have_count(len(numbers))
    ids = await page.locator(".k-tile[data-chosen]").evaluate_all("(tiles) => tiles.map((one) => one.dataset.id)")
    assert ids == [media(number)["id"] for number in numbers]
