"""The room page as it is served: strict, light, and with nothing in it of any room."""

from typing import Any

import httpx
from playwright.async_api import Browser, expect

from benchmarks.transfer import bytes_by_kind
from tests.browser.rooms.stub_room import stub_room
from ui.rooms.room_page import room_page

HEAVIEST = 70_000  # of the 120 kB before the first thumbnail; what opens the room has the rest


async def test_the_page_has_a_strict_policy_and_tells_nobody_where_one_came_from(api: httpx.AsyncClient) -> None:
    answer = await api.get("http://kamra.test/r")
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    for rule in (
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ):
        assert rule in policy.split("; ")
    assert "unsafe" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert "set-cookie" not in answer.headers
    assert (await api.head("http://kamra.test/r")).status_code == 200


async def test_the_sign_in_leads_who_has_a_link_to_the_room_page(api: httpx.AsyncClient) -> None:
    answer = await api.get("http://kamra.test/sign-in")
    assert 'Somebody sent you a room link? <a href="/r">Paste it here.</a>' in answer.text


def test_who_is_signed_in_finds_the_way_back_in_their_own_colours() -> None:
    html = room_page(name='Anna "A"', theme="dark")
    assert '<html lang="en" data-theme="dark">' in html
    assert 'data-k-name="Anna &#34;A&#34;"' in html
    assert '<a class="k-place" href="/library">Library</a>' in html
    assert "k-place" not in room_page(name=None)


async def test_the_sheet_stands_before_much_has_come(browser: Browser, switch: tuple[str, Any]) -> None:
    url, switched = switch
    switched.app = stub_room()
    context = await browser.new_context()
    page = await context.new_page()
    transferred = await bytes_by_kind(page)
    await page.goto(f"{url}/r")
    await page.wait_for_function("() => window.room")
    await page.evaluate("() => room.reset({frames: room.frames(24)})")
    await expect(page.locator("img.k-loaded").first).to_be_visible()
    assert transferred.total() - transferred["Image"] < HEAVIEST
    await context.close()
