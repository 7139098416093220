"""What stands where there is no room to show: a field for a link, a password, or why there is none."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.rooms.view.conftest import Room

DOORS = {
    "join": ("{}", "Somebody sent you a room link? Paste it here."),
    "password": ("{}", "This room has a password."),
    "unknown": ("{}", "There is no room behind this link."),
    "cut": ("{}", "The end of this link is missing. Ask for it again and open it whole, or paste it here."),
    "limited": ("{retryAfter: 700}", "Too many tries. Go on in 12 minutes."),
    "over": (
        "{overAt: new Date(2026, 10, 28, 14, 30).getTime()}",
        (
            "This room is over. Its pictures were deleted on 28 November at 14:30 and cannot be brought back. "
            "Ask for a new link if you still need them."
        ),
    ),
    "insecure": ("{}", "You are on an unsecured address (http). Library, feed and studio work."),
    "opening": ("{}", "Opening the room …"),
}


@pytest.mark.parametrize("phase", DOORS)
async def test_every_door_says_what_is_the_matter_and_can_be_used_by_everybody(room: Room, phase: str) -> None:
    changes, said = DOORS[phase]
    await room.show(f"{{phase: '{phase}', ...{changes}}}")
    await expect(room.page.locator("main")).to_contain_text(said)
    await expect(room.page.locator(".k-room-foot")).to_have_count(0)
    await room.lets_everybody_in()


async def test_a_pasted_link_is_handed_on_as_it_is(room: Room) -> None:
    await room.show("{phase: 'join'}")
    field = room.page.get_by_label("Room link")
    await expect(field).to_be_focused()
    await field.fill("  Look: https://photos.example.org/r#1.abc  ")
    await field.press("Enter")
    assert await room.until_asked("enter") == ["Look: https://photos.example.org/r#1.abc"]


async def test_what_is_no_link_is_said_at_the_field(room: Room) -> None:
    await room.show("{phase: 'join'}")
    await room.page.evaluate("() => (room.refusals.enter = 'not_a_link')")
    await room.page.get_by_label("Room link").fill("hello")
    await room.page.get_by_role("button", name="Open the room").click()
    await expect(room.page.get_by_role("alert")).to_have_text(re.compile("^That is no room link."))
    await expect(room.page.get_by_label("Room link")).to_have_attribute("aria-invalid", "true")


async def test_a_wrong_password_is_said_and_what_was_typed_stays(room: Room) -> None:
    await room.show("{phase: 'password'}")
    await room.page.get_by_label("Password").fill("a lamp")
    await room.page.get_by_role("button", name="Open the room").click()
    assert await room.until_asked("password") == ["a lamp"]
    await room.change("{refused: 'password_wrong'}")
    await expect(room.page.get_by_role("alert")).to_have_text("That is not the password.")
    await expect(room.page.get_by_label("Password")).to_have_value("a lamp")


@pytest.mark.parametrize(
    ("owner", "headline", "buttons"),
    [
        ("true", "An empty sheet.", ["Choose files", "Copy link"]),
        ("false", "Nothing here yet.", ["Choose files"]),
    ],
)
async def test_an_empty_sheet_says_what_comes_next(room: Room, owner: str, headline: str, buttons: list[str]) -> None:
    await room.show(f"{{isOwner: {owner}}}")
    await expect(room.page.get_by_role("heading", name=headline)).to_be_visible()
    await expect(room.page.locator(".k-empty button")).to_have_text(buttons)
    await room.lets_everybody_in()
