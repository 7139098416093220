"""Somebody sends and goes; somebody else comes later, by the link alone, and has every byte."""

from pathlib import Path

from playwright.async_api import expect

from tests.browser.rooms.engine.room_pages import RoomPages, add, digests, foot_says, save_all


async def test_what_is_kept_is_there_for_who_comes_when_its_sender_has_gone(
    rooms: RoomPages, files: list[Path]
) -> None:
    link = await rooms.open_room()
    sender = await rooms.sender(link)
    await add(sender, files)
    await foot_says(sender, "All 3 are kept until")
    await expect(sender.locator("h1")).to_have_text("Lofoten")
    await sender.close()
    visitor = await rooms.visitor(link)
    await expect(visitor.locator("img.k-loaded")).to_have_count(2)
    await expect(visitor.locator("h1")).to_have_text("Lofoten")
    assert await save_all(visitor, 3) == digests(files)
