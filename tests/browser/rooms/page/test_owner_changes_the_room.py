"""G68: who opened a room removes, shortens and takes it back, and closes it; a guest sees it at once, and cannot."""

from pathlib import Path

from playwright.async_api import expect

from tests.browser.conftest import Console
from tests.browser.rooms.engine.room_pages import RoomPages
from tests.browser.rooms.page.prepared import put
from tests.painted import photograph


async def test_g68_what_its_owner_removes_is_gone_for_everybody_and_a_guest_can_remove_nothing(
    rooms: RoomPages, tmp_path: Path
) -> None:
    files = [(f"{seed}.jpg", tmp_path / f"{seed}.jpg") for seed in range(2)]
    for seed, (_, path) in enumerate(files):
        path.write_bytes(photograph(width=300, height=200, seed=seed))
    link = await rooms.open_room()
    await put(link, files)
    owner, guest = await rooms.sender(link), await rooms.visitor(link)
    for page, count in ((guest, 0), (owner, 1)):
        await page.locator(".k-print-edge").first.click()
        details = page.get_by_role("dialog", name="Number 1")
        await expect(details.get_by_role("button", name="Favourite")).to_be_visible()
        await expect(details.get_by_role("button", name="Remove")).to_have_count(count)
        if count:
            await details.get_by_role("button", name="Remove").click()
    await owner.evaluate("dispatchEvent(new Event('pagehide'))")  # as when one leaves: it cannot be taken back then
    await expect(guest.locator(".k-print")).to_have_count(1)
    await expect(owner.locator(".k-print")).to_have_count(1)


async def test_g68_a_room_is_shortened_and_as_long_again_and_a_guest_sees_both(rooms: RoomPages) -> None:
    link = await rooms.open_room(days=7)
    owner, guest = await rooms.sender(link), await rooms.visitor(link)
    facts = guest.locator(".k-room-facts")
    await expect(facts).to_contain_text("gone in 7 days")
    await owner.get_by_role("button", name="More").click()
    await owner.get_by_role("button", name="This room").click()
    await owner.get_by_label("1 day").check()
    await expect(facts).to_contain_text("gone in 24 hours")
    await owner.get_by_role("button", name="Undo").click()
    await expect(facts).to_contain_text("gone in 7 days")
    await guest.get_by_role("button", name="More").click()
    await expect(guest.get_by_role("button", name="Choose a folder")).to_be_visible()
    await expect(guest.get_by_role("button", name="This room")).to_have_count(0)
    await expect(guest.get_by_role("button", name="Close the room")).to_have_count(0)


async def test_a_room_that_is_closed_says_so_to_who_is_inside_without_loading_anything_anew(
    rooms: RoomPages, console: Console
) -> None:
    console.expect("410")
    link = await rooms.open_room()
    guest = await rooms.visitor(link)
    await expect(guest.get_by_text("Nothing here yet.")).to_be_visible()
    await guest.evaluate("window.isTheSamePage = true")
    await rooms.host.evaluate(
        """async (link) => {
          const keys = await secret.roomKeys(secret.parseLink(link).secret);
          await room_calls.closeRoom(keys, null); // by the account that opened it
        }""",
        link,
    )
    await expect(guest.get_by_text("This room is over.")).to_be_visible(timeout=2_000)
    assert await guest.evaluate("window.isTheSamePage")
