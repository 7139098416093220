"""Both have the room open: originals go from page to page, and not one byte to a server that keeps nothing."""

from pathlib import Path

from playwright.async_api import Page, expect

from tests.browser.rooms.engine.room_pages import RoomPages, add, digests, foot_says, save_all


def _object_calls(page: Page) -> list[str]:
    calls: list[str] = []

    def asked(url: str) -> None:
        if "/objects" in url and "/api/" in url:
            calls.append(url)

    page.on("request", lambda request: asked(request.url))
    return calls


async def test_a_room_that_keeps_nothing_takes_originals_straight_to_who_is_there(
    rooms: RoomPages, files: list[Path]
) -> None:
    link = await rooms.open_room(keep="never")
    sender = await rooms.sender(link)
    calls = _object_calls(sender)
    await add(sender, files)
    await foot_says(sender, "Nobody is here yet, and this room keeps nothing.")
    visitor = await rooms.visitor(link)
    calls_of_visitor = _object_calls(visitor)
    await expect(visitor.locator(".k-room-first")).to_have_text("owner has put 3 files here for you.")
    assert await save_all(visitor, 3) == digests(files)
    await foot_says(sender, "has all 3. You can close this page.")
    await expect(sender.locator(".k-print-sign", has_text="✓")).to_have_count(3)
    assert calls + calls_of_visitor == []


async def test_names_and_favourites_reach_the_other_page_and_originals_the_library(
    rooms: RoomPages, files: list[Path]
) -> None:
    link = await rooms.open_room(keep="never")
    sender, visitor = await rooms.sender(link), await rooms.visitor(link)
    await add(sender, files[:1])
    await expect(visitor.locator("img.k-loaded")).to_have_count(1)
    await add(visitor, files[1:2], name="Ben")
    await expect(sender.locator(".k-room-facts")).to_contain_text("Ben and you")
    await expect(sender.locator("img.k-loaded")).to_have_count(2)
    await expect(visitor.locator(".k-room-facts")).to_contain_text("owner and you")
    await visitor.locator(".k-print-picture").first.click()
    await visitor.get_by_role("button", name="Favourite").click()
    await expect(sender.get_by_role("button", name="a favourite of Ben")).to_be_visible()
    await sender.get_by_role("button", name="More").click()
    await sender.get_by_role("button", name="Save to my library").click()
    await expect(sender.get_by_text("In your library.")).to_be_visible()
