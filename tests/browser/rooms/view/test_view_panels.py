"""What opens over the contact sheet: the invitation, a frame's details, and what only the owner may."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.rooms.view.conftest import Room


async def test_the_link_can_be_copied_and_says_what_it_is(room: Room) -> None:
    await room.show("{isOwner: true, frames: room.frames(2, () => ({mine: true}))}")
    await room.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await room.page.get_by_role("button", name="Invite").click()
    panel = room.page.get_by_role("dialog", name="Invite")
    await expect(panel).to_contain_text(
        re.compile(r"Open until \w+day \d+ \w+, \d\d:\d\d\. Anyone with this link can see and add pictures")
    )
    await panel.get_by_role("button", name="Copy link").click()
    await expect(panel.get_by_role("button", name="Copied")).to_be_visible()
    assert await room.page.evaluate("() => navigator.clipboard.readText()") == await room.page.evaluate(
        "() => room.state.link"
    )
    await room.lets_everybody_in()


async def test_a_qr_code_is_drawn_when_it_is_wanted(room: Room) -> None:
    await room.show("{frames: room.frames(2)}")
    await room.page.get_by_role("button", name="Invite").click()
    await room.page.get_by_role("button", name="QR code").click()
    await expect(room.page.get_by_role("img", name="QR code of the room link")).to_be_visible()
    assert await room.until_asked("qr") == [await room.page.evaluate("() => room.state.link")]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://localhost:8080", "This link begins with localhost, so it only works on this computer."),
        ("http://127.0.0.1:8080", "This link begins with 127.0.0.1, so it only works on this computer."),
        ("https://192.168.1.20", "This link begins with 192.168.1.20, so it only works in your home network."),
        ("https://172.20.0.3", "This link begins with 172.20.0.3, so it only works in your home network."),
        ("https://[fd00::1]", "This link begins with fd00::1, so it only works in your home network."),
        ("https://shelf.local", "This link begins with shelf.local, so it only works in your home network."),
        ("https://172.32.0.3", None),
        ("https://photos.example.org", None),
    ],
)
async def test_a_link_that_works_at_home_only_says_so_before_it_is_sent(
    room: Room, address: str, said: str | None
) -> None:
    await room.show(f"{{link: '{address}/r#1.abc', frames: room.frames(1)}}")
    await room.page.get_by_role("button", name="Invite").click()
    await expect(room.page.get_by_role("dialog", name="Invite")).to_be_visible()
    notice = room.page.get_by_role("dialog").locator(".k-notice")
    await (expect(notice).to_have_count(0) if said is None else expect(notice).to_have_text(said))


async def test_details_tell_why_how_fast_and_who(room: Room) -> None:
    await room.show(
        "{hasAccount: true, myName: 'Mara', frames: [room.frame(1, {sign: 'coming', progress: 0.385, speed: 4100000, "
        "secondsLeft: 20, way: 'direct', saysWhere: true, path: 'trip/day 1/IMG_2001.jpg', receivedBy: ['Ben'], "
        "picks: [{name: 'Ben', self: false}], notes: [{by: 'Ben', text: 'This one.'}]}), "
        "room.frame(2, {sign: 'trouble', trouble: 'not-whole', way: 'kept'})]}"
    )
    await room.page.locator(".k-print-edge").first.click()
    panel = room.page.get_by_role("dialog", name="Number 1")
    way = "from their device to yours, not through the server"
    await expect(panel).to_contain_text(f"on its way, 38 %, 4.1 MB/s, about 20 seconds, {way}")
    for said in ("Says where it was taken", "trip/day 1", "3990 × 3000", "2 June 2026 at 10:20", "Ben This one."):
        await expect(panel).to_contain_text(said)
    await room.lets_everybody_in()
    await panel.get_by_role("textbox", name="Write a note").fill("Mine too.")
    await panel.get_by_role("button", name="Send").click()
    await expect(panel).to_contain_text("Mara Mine too.")
    await panel.get_by_role("button", name="Stop").click()
    assert await room.until_asked("cancel") == ["f1"]
    await panel.get_by_role("button", name="Save to my library").click()
    assert await room.until_asked("saveToLibrary") == [["f1"]]
    await room.page.keyboard.press("Escape")
    await room.page.locator(".k-print-edge").nth(1).click()
    panel = room.page.get_by_role("dialog", name="Number 2")
    await expect(panel).to_contain_text("What came is not what was sent, so it was thrown away. Try again.")
    await expect(panel).to_contain_text(re.compile(r"locked on the server until \w+day, for those who come later"))
    await panel.get_by_role("button", name="Try again").click()
    assert await room.until_asked("retry") == ["f2"]


async def test_a_name_is_asked_for_before_the_first_favourite(room: Room) -> None:
    await room.show("{frames: room.frames(2)}")
    await room.page.locator(".k-print-picture").first.focus()
    await room.page.keyboard.press("f")
    await room.page.get_by_label("Your name, so they know who it is from.").fill("Mara")
    await room.page.get_by_role("button", name="Go on").click()
    assert await room.until_asked("pick") == ["f1", True]
    await expect(room.page.locator(".k-print-ring")).to_have_count(1)


async def test_the_owner_shortens_and_takes_it_back(room: Room) -> None:
    await room.show("{isOwner: true, frames: room.frames(2, () => ({mine: true}))}")
    await room.page.get_by_role("button", name="More").click()
    await room.page.get_by_role("button", name="This room").click()
    panel = room.page.get_by_role("dialog", name="This room")
    await room.lets_everybody_in()
    await panel.get_by_label("3 days").check()
    left = (await room.until_asked("shorten"))[0] / 1000 - await room.page.evaluate("() => Date.now() / 1000")
    assert left == pytest.approx(3 * 86_400, abs=60)
    await panel.get_by_role("button", name="Undo").click()
    await room.page.wait_for_function("() => room.calls.filter(([one]) => one === 'shorten').length === 2")
    assert await room.page.evaluate(
        "() => room.calls.findLast(([one]) => one === 'shorten')[1] === room.state.expiresAt"
    )
    await panel.get_by_label("Keep nothing.").check()
    assert await room.until_asked("setKeep") == ["never"]


async def test_closing_a_room_can_be_taken_back(room: Room) -> None:
    await room.show("{isOwner: true, frames: room.frames(2, () => ({mine: true}))}")
    await room.page.get_by_role("button", name="More").click()
    await room.page.get_by_role("button", name="Close the room").click()
    await room.page.get_by_role("button", name="Undo").click()
    assert await room.asked("close") == []
    await room.page.get_by_role("button", name="More").click()
    await room.page.get_by_role("button", name="Close the room").click()
    await room.page.locator(".k-toast").get_by_role("button", name="Close").click()
    await room.until_asked("close")


async def test_a_guest_is_offered_nothing_that_only_the_owner_may(room: Room) -> None:
    await room.show("{frames: room.frames(2)}")
    await room.page.get_by_role("button", name="More").click()
    await expect(room.page.locator(".k-menu button")).to_have_text(["Choose files", "Choose a folder"])
    await room.page.keyboard.press("Escape")
    await expect(room.page.locator(".k-menu")).to_have_count(0)


async def test_notes_about_the_room_stand_below_the_frames(room: Room) -> None:
    await room.show("{myName: 'Mara', frames: room.frames(2), notes: [{by: 'Ben', text: '7 and 31, please.'}]}")
    notes = room.page.locator(".k-room-paper > .k-notes")
    await expect(notes).to_contain_text("Ben 7 and 31, please.")
    await notes.get_by_role("textbox").fill("Gladly.")
    await notes.get_by_role("textbox").press("Enter")
    assert await room.until_asked("note") == [None, "Gladly."]
