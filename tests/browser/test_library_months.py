"""The library in months: their headings, what is loaded of them, the scrubber, keys, and the viewer across them."""

import re
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Console, OpenPage, ServedLibrary
from tests.browser.stub_library import media

PER_MONTH = 30


@pytest.fixture
def years(library: ServedLibrary) -> ServedLibrary:
    """Three years, 30 pictures in each month: number 1080 is the newest, of December 2026."""
    library.stub.items = [_taken(number) for number in range(36 * PER_MONTH, 0, -1)]
    library.stub.inline = 30
    return library


async def test_months_are_headings_that_say_how_many_pictures_they_have(page: Page, years: ServedLibrary) -> None:
    await _open(page, years)
    heading = page.get_by_role("heading", level=2).first
    await expect(heading).to_have_text("December 2026 30")
    listed = page.get_by_role("list", name="December 2026").get_by_role("listitem")
    await expect(listed.first).to_have_attribute("aria-posinset", "1")
    await expect(listed.first).to_have_attribute("aria-setsize", "30")


async def test_a_heading_sticks_while_its_month_goes_by(page: Page, years: ServedLibrary) -> None:
    await _open(page, years)
    await page.mouse.move(400, 400)
    await page.mouse.wheel(0, 700)
    heading = page.get_by_role("heading", name="December 2026")
    await expect(heading).to_be_in_viewport()
    await page.wait_for_function(
        "() => Math.round(document.querySelector('.k-month-name').getBoundingClientRect().top) === 56"
    )


async def test_only_months_near_the_window_are_fetched(page: Page, years: ServedLibrary) -> None:
    await _open(page, years)
    await expect(page.get_by_role("heading", name="November 2026")).to_be_attached()
    asked = await _months_asked(page, years)
    assert 0 < len(asked) < 8
    assert "2024-01" not in asked


async def test_the_scrubber_jumps_anywhere_and_fetches_only_where_it_stops(page: Page, years: ServedLibrary) -> None:
    await _open(page, years)
    slider = page.get_by_role("slider", name="Month")
    await expect(slider).to_have_attribute("aria-valuetext", "December 2026")
    await expect(slider).to_have_attribute("aria-valuemax", "35")
    box = await page.locator(".k-scrubber").bounding_box()
    assert box
    await page.mouse.move(box["x"] + 30, box["y"] + 5)
    await page.mouse.down()
    await page.mouse.move(box["x"] + 30, box["y"] + box["height"])
    await expect(slider).to_have_attribute("aria-valuetext", re.compile("2024"))
    await expect(page.locator(".k-scrubber-word")).to_have_css("opacity", "1")
    await page.mouse.up()
    await expect(_link(page, 1)).to_be_visible()
    asked = await _months_asked(page, years)
    assert not {month for month in asked if month.startswith("2025")}


async def test_the_scrubber_is_moved_by_keys_month_by_month_and_year_by_year(page: Page, years: ServedLibrary) -> None:
    await _open(page, years)
    slider = page.get_by_role("slider", name="Month")
    await slider.focus()
    for key, month in (
        ("ArrowDown", "November 2026"),
        ("PageDown", "November 2025"),
        ("ArrowUp", "December 2025"),
        ("End", "January 2024"),
        ("Home", "December 2026"),
    ):
        await page.keyboard.press(key)
        await expect(slider).to_have_attribute("aria-valuetext", month)
    await page.keyboard.press("PageDown")
    await expect(page.get_by_role("heading", name="December 2025")).to_be_in_viewport()


async def test_the_scrubber_says_the_month_one_asked_for_also_when_the_last_ones_come_smaller_than_guessed(
    page: Page, years: ServedLibrary
) -> None:
    """The very last month is too short to stand at the top of the window."""
    years.stub.items = [one for one in years.stub.items if not one["taken_at"].startswith("2024")]
    lone = [
        media(number, taken_at=f"2024-{number:02}-10T12:00:00Z", width=2000, height=600) for number in range(12, 0, -1)
    ]
    years.stub.items += lone
    await _open(page, years)
    slider = page.get_by_role("slider", name="Month")
    await slider.focus()
    await page.keyboard.press("End")
    await expect(page.locator("[data-month='2024-01'] .k-tile").first).to_be_visible()
    await page.wait_for_function("() => !document.querySelector('.k-month-waiting:not([hidden])')")
    await expect(slider).to_have_attribute("aria-valuetext", "January 2024")
    await page.mouse.move(400, 400)
    await page.mouse.wheel(0, -50)
    await expect(slider).not_to_have_attribute("aria-valuetext", "January 2024")


async def test_what_one_looks_at_stays_when_the_height_of_a_month_was_guessed_wrong(
    page: Page, years: ServedLibrary
) -> None:
    for one in years.stub.items:
        if one["taken_at"].startswith("2026"):
            one |= {"width": 900, "height": 2000}
    await _open(page, years)
    slider = page.get_by_role("slider", name="Month")
    await slider.focus()
    for _ in range(2):
        await page.keyboard.press("PageDown")
    heading = page.get_by_role("heading", name="December 2024")
    await expect(page.locator("[data-month='2024-12'] .k-tile").first).to_be_visible()
    assert (await heading.bounding_box() or {})["y"] == pytest.approx(56, abs=2)
    await page.mouse.move(400, 400)
    await page.mouse.wheel(0, -400)
    seen = page.locator("[data-month='2025-01'] .k-tile").last
    await expect(seen).to_be_in_viewport()
    before = await seen.bounding_box()
    await page.wait_for_function("() => !document.querySelector('.k-month-waiting:not([hidden])')")
    assert await seen.bounding_box() == before


async def test_keys_lead_into_the_next_month_and_to_the_very_ends(page: Page, years: ServedLibrary) -> None:
    await _open(page, years)
    await _link(page, 1051).focus()
    await page.keyboard.press("ArrowRight")
    await expect(_link(page, 1050)).to_be_focused()
    await page.keyboard.press("ArrowUp")
    focused = "() => document.activeElement.closest('.k-tile').dataset.id"
    assert int((await page.evaluate(focused))[-6:]) > 1050
    await page.keyboard.press("End")
    await expect(_link(page, 1)).to_be_focused()
    await page.keyboard.press("PageUp")
    await expect(_link(page, 1)).not_to_be_focused()
    await page.keyboard.press("Home")
    await expect(_link(page, 1080)).to_be_focused()


async def test_the_viewer_goes_on_across_months_and_knows_its_place(page: Page, years: ServedLibrary) -> None:
    await page.goto(f"{years.url}/m/{media(541)['id']}")
    await expect(page.get_by_text("540 / 1,080")).to_be_visible()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_text("541 / 1,080")).to_be_visible()
    await expect(page).to_have_url(re.compile(media(540)["id"]))
    await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("Escape")
    await expect(_link(page, 541)).to_be_focused()
    await expect(page.get_by_role("heading", name="July 2025")).to_be_in_viewport()


async def test_changes_go_into_the_month_they_belong_to(page: Page, years: ServedLibrary) -> None:
    await _open(page, years)
    years.stub.items.append(_taken(2000, taken_at="2026-12-24T10:00:00Z"))
    heading = page.locator("[data-month='2026-12'] h2")
    await page.evaluate("(picture) => gallery.changed(picture)", years.stub.items[-1])
    await expect(heading).to_have_text("December 2026 31")
    await page.evaluate("(picture) => gallery.changed(picture)", _taken(2000, taken_at="2027-01-02T10:00:00Z"))
    await expect(heading).to_have_text("December 2026 30")
    await expect(page.get_by_role("heading", level=2).first).to_have_text("January 2027 1")
    await page.evaluate("(id) => gallery.removed(id)", media(2000)["id"])
    await expect(page.get_by_role("heading", level=2).first).to_have_text("December 2026 30")


async def test_a_month_that_does_not_come_says_so_in_its_place(
    page: Page, years: ServedLibrary, console: Console
) -> None:
    console.expect("status of 500")
    years.stub.refuse("GET", "/media", 500, "internal", "Something went wrong here.")
    await _open(page, years)
    await page.get_by_role("button", name="Try again").first.click()
    await expect(_link(page, 1050)).to_be_attached()
    await expect(page.get_by_role("button", name="Try again")).to_have_count(0)


async def test_few_months_need_no_scrubber(page: Page, library: ServedLibrary) -> None:
    library.stub.items = [_taken(number) for number in range(40, 0, -1)]
    await _open(page, library)
    await expect(page.get_by_role("heading", level=2)).to_have_count(2)
    await expect(page.locator(".k-scrubber")).to_be_hidden()


async def test_no_more_than_some_elements_are_in_the_page_wherever_one_is(
    open_page: OpenPage, years: ServedLibrary
) -> None:
    page = await open_page(viewport={"width": 1280, "height": 800})
    await _open(page, years)
    for part in (0.2, 0.5, 0.9):
        await page.evaluate("(part) => scrollTo(0, document.documentElement.scrollHeight * part)", part)
        await page.wait_for_function("() => !document.querySelector('.k-month-waiting:not([hidden])')")
        assert await page.evaluate("() => document.getElementsByTagName('*').length") < 1500


def _taken(number: int, **changed: Any) -> dict[str, Any]:
    month = (number - 1) // PER_MONTH
    day, minute = (number - 1) % PER_MONTH // 2 + 1, (number - 1) % 2
    taken_at = f"{2024 + month // 12}-{month % 12 + 1:02d}-{day:02d}T10:{minute:02d}:00Z"
    return media(number, **({"taken_at": taken_at} | changed))


async def _open(page: Page, served: ServedLibrary) -> None:
    await page.goto(f"{served.url}/library")
    await expect(page.locator(".k-tile").first).to_be_visible()


async def _months_asked(page: Page, served: ServedLibrary) -> set[str]:
    """The months whose pictures the page has fetched."""
    script = "() => performance.getEntriesByType('resource').map((one) => one.name)"
    return {found[1] for url in await page.evaluate(script) if (found := re.search(r"month=(\d{4}-\d\d)", url))}


def _link(page: Page, number: int):
    return page.locator(f"[data-id='{media(number)['id']}'] > a")
