"""The ways into a room that do not lead in, each with its sentence."""

from playwright.async_api import expect

from tests.browser.conftest import Console
from tests.browser.rooms.engine.room_pages import RoomPages

NOWHERE = "A" * 43


async def test_a_password_opens_the_room_and_another_does_not(rooms: RoomPages, console: Console) -> None:
    console.expect("401")
    visitor = await rooms.visitor(await rooms.open_room(password="ein Fähnlein"))
    field = visitor.get_by_label("Password")
    await field.fill("a guess")
    await field.press("Enter")
    await expect(visitor.get_by_text("That is not the password.")).to_be_visible()
    await field.fill("ein Fa\u0308hnlein")  # the same letters, as another keyboard writes them
    await field.press("Enter")
    await expect(visitor.get_by_text("Nothing here yet.")).to_be_visible()


async def test_who_is_inside_hears_that_the_room_is_over_and_who_comes_later_too(
    rooms: RoomPages, console: Console
) -> None:
    console.expect("410")
    link = await rooms.open_room()
    sender, visitor = await rooms.sender(link), await rooms.visitor(link)
    await expect(sender.get_by_text("An empty sheet.")).to_be_visible()
    await sender.get_by_role("button", name="More").click()
    await sender.get_by_role("button", name="Close the room").click()
    await sender.evaluate("dispatchEvent(new Event('pagehide'))")  # as when one leaves: nothing can be taken back then
    for page in (sender, visitor, await rooms.visitor(link)):
        await expect(page.get_by_text("This room is over. Its pictures were deleted on")).to_be_visible()


async def test_a_link_that_leads_nowhere_or_is_cut_says_so_and_another_can_be_pasted(
    rooms: RoomPages, console: Console
) -> None:
    console.expect("404")
    link = await rooms.open_room()
    site = link.partition("#")[0]
    visitor = await rooms.visitor(f"{site}#1.{NOWHERE}")
    await expect(visitor.get_by_text("There is no room behind this link.")).to_be_visible()
    await visitor.goto(f"{site}#1.{NOWHERE[:-3]}")
    await expect(visitor.get_by_text("The end of this link is missing.")).to_be_visible()
    field = visitor.get_by_label("Room link")
    await field.fill("a word")
    await field.press("Enter")
    await expect(visitor.get_by_text("That is no room link.")).to_be_visible()
    await field.fill(link)
    await field.press("Enter")
    await expect(visitor.get_by_text("Nothing here yet.")).to_be_visible()
