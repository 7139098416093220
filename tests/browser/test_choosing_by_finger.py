"""Choosing where there is no mouse: a finger that stays begins it, then taps choose."""

import pytest
from playwright.async_api import CDPSession, Page, expect

from tests.browser.conftest import OpenPage, ServedLibrary
from tests.browser.stub_library import media

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
async def phone(open_page: OpenPage, library: ServedLibrary) -> Page:
    library.stub.items = [media(number) for number in range(9, 0, -1)]
    page = await open_page(**PHONE)
    await page.goto(f"{library.url}/library")
    await expect(page.locator(".k-tile").first).to_be_visible()
    return page


async def test_a_long_press_begins_and_taps_go_on(phone: Page) -> None:
    await _stay(phone, 8)
    await expect(_bar(phone)).to_contain_text("1 chosen")
    await expect(phone.locator(".k-viewer")).to_have_count(0)
    await _tile(phone, 5).tap()
    await expect(_bar(phone)).to_contain_text("2 chosen")
    await _tile(phone, 8).tap()
    await _tile(phone, 5).tap()
    await expect(_bar(phone)).to_be_hidden()
    await _tile(phone, 5).tap()
    await expect(phone.locator(".k-viewer")).to_be_visible()


async def test_a_finger_that_scrolls_chooses_nothing(phone: Page) -> None:
    hand = await phone.context.new_cdp_session(phone)
    x, y = await _middle(phone, 5)
    await _touch(hand, "touchStart", (x, y))
    for step in range(1, 6):
        await _touch(hand, "touchMove", (x, y - 20 * step))
    await _touch(hand, "touchEnd")
    await expect(_bar(phone)).to_be_hidden()
    await expect(phone.locator(".k-tile[data-chosen]")).to_have_count(0)


async def test_the_bar_stands_over_the_foot_of_the_page(phone: Page) -> None:
    await _stay(phone, 8)
    await phone.evaluate("() => Promise.allSettled(document.getAnimations().map((one) => one.finished))")
    box = await _bar(phone).bounding_box()
    assert box is not None
    assert round(box["y"] + box["height"]) == 844
    assert box["height"] >= 56


async def _stay(page: Page, number: int) -> None:
    """Lay a finger on a tile until it is chosen."""
    hand = await page.context.new_cdp_session(page)
    await _touch(hand, "touchStart", await _middle(page, number))
    await expect(_tile(page, number)).to_have_attribute("data-chosen", "")
    await _touch(hand, "touchEnd")


def _tile(page: Page, number: int):
    return page.locator(f".k-tile[data-id='{media(number)['id']}']")


def _bar(page: Page):
    return page.locator(".k-choosing")


async def _middle(page: Page, number: int) -> tuple[int, int]:
    box = await _tile(page, number).bounding_box()
    assert box is not None
    return round(box["x"] + box["width"] / 2), round(box["y"] + box["height"] / 2)


async def _touch(hand: CDPSession, kind: str, *points: tuple[int, int]) -> None:
    touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    await hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
