"""What stands above and below the frames: facts, what can be saved, and what is happening."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.rooms.view.conftest import Room

FIGURES = "done: 7, total: 20, speed: 4100000, secondsLeft: 170, name: 'Ben', mayClose: false"
SENTENCES = {
    "nobody-keeping": (
        "Keeping your pictures for when they come: 7 of 20, about 3 minutes. Please leave this page open."
    ),
    "kept": r"All 20 are kept until \w+day. You can close this page.",
    "direct": "Going straight to Ben: 7 of 20, 4.1 MB/s, about 3 minutes. Please leave this page open.",
    "nobody-direct-only": ("Nobody is here yet, and this room keeps nothing. Leave this page open until they come."),
    "done-direct": "Ben has all 20. You can close this page.",
    "room-full": "This room can keep 5 GB; 7 of 20 fit. The other 13 go direct while you are both here.",
    "reloaded": (
        "The page was reloaded and your browser let go of the files. "
        "Choose the same ones again; what has arrived is not sent twice."
    ),
    "receiving-direct": "Coming straight from Ben: 7 of 20, 4.1 MB/s, about 3 minutes.",
    "receiving-kept": "Coming from the server, where Ben's pictures are kept: 7 of 20, 4.1 MB/s, about 3 minutes.",
    "received": r"All 20 are here. Save them before \w+day.",
    "interrupted": "Connection lost. Going on as soon as it is back; nothing is lost.",
    "sender-left": "Ben has left. 7 of 20 are here; the others come when they open the room again.",
    "last-hours": "Gone in 5 hours. Save what you want to keep.",
    "quiet": "Nothing is on its way. You can close this page.",
    "ask-keep": r"Nobody is here. Keep your pictures here, locked, until \w+day\? .*",
}


@pytest.mark.parametrize("kind", SENTENCES)
async def test_the_line_at_the_foot_says_what_how_long_and_whether_one_may_close(room: Room, kind: str) -> None:
    ends = "expiresAt: Date.now() + 5.5 * 3600e3, " if kind == "last-hours" else ""
    await room.show(f"{{{ends}frames: room.frames(3), foot: room.foot('{kind}', {{{FIGURES}}})}}")
    await expect(room.page.locator(".k-room-line")).to_have_text(re.compile(f"^{SENTENCES[kind]}$"))
    await expect(room.page.locator(".k-room-foot > [role=status]")).to_have_text(re.compile(SENTENCES[kind]))
    is_moving = kind in {"nobody-keeping", "direct", "receiving-direct", "receiving-kept"}
    await expect(room.page.locator(".k-progress")).to_be_visible(visible=is_moving)


async def test_figures_that_run_are_not_read_out_each_time(room: Room) -> None:
    await room.show(f"{{foot: room.foot('direct', {{{FIGURES}}})}}")
    await room.change(f"{{foot: room.foot('direct', {{{FIGURES}, done: 8}})}}")
    await expect(room.page.locator(".k-room-line")).to_contain_text("8 of 20")
    await expect(room.page.locator(".k-room-foot > [role=status]")).to_contain_text("7 of 20")


async def test_keeping_is_agreed_to_at_the_foot(room: Room) -> None:
    await room.show(f"{{frames: room.frames(3), foot: room.foot('ask-keep', {{{FIGURES}}})}}")
    await room.page.get_by_role("button", name="Keep locked").click()
    await room.until_asked("agreeToKeep")


async def test_the_browser_asks_before_a_page_is_left_that_must_stay(room: Room) -> None:
    leave = "() => window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    await room.show(f"{{frames: room.frames(1), foot: room.foot('direct', {{{FIGURES}}})}}")
    assert await room.page.evaluate(leave) is False
    await room.show("{frames: room.frames(1), foot: room.foot('kept', {done: 1, total: 1})}")
    assert await room.page.evaluate(leave) is True


async def test_the_head_says_how_many_how_much_who_and_how_long(room: Room) -> None:
    await room.show("{isOwner: true, title: 'Lisbon', frames: room.frames(24, () => ({bytes: 4e6, mine: true}))}")
    await expect(room.page.get_by_role("heading", name="Lisbon")).to_be_visible()
    await expect(room.page.locator(".k-room-facts")).to_have_text("24 pictures · 96 MB · Anna and you · gone in 6 days")
    await expect(room.page.get_by_role("button", name=re.compile("^Save"))).to_have_count(0)
    await expect(room.page.get_by_role("button", name="Invite")).to_have_class(re.compile("main"))
    assert await room.page.title() == "Lisbon · Kamra"


async def test_a_receiver_is_told_whose_pictures_these_are_and_saves_them_with_one_press(room: Room) -> None:
    await room.show("{expiresAt: Date.now() + 5.5 * 3600e3, frames: room.frames(14)}")
    await expect(room.page.locator(".k-room-first")).to_have_text("Anna has put 14 pictures here for you.")
    await expect(room.page.locator(".k-room-facts .k-live")).to_have_text("gone in 5 hours")
    await room.page.get_by_role("button", name="Save all 14 · 28 MB").click()
    assert len((await room.until_asked("save"))[0]) == 14
    await room.change("{frames: room.frames(14, (n) => ({sign: n < 5 ? 'saved' : 'here'}))}")
    await expect(room.page.get_by_role("button", name="Save the other 10 · 20 MB")).to_be_visible()


@pytest.mark.parametrize(
    ("saving", "word"),
    [
        ("{step: 'get', next: 0}", "Get all 24 · 48 MB"),
        ("{step: 'photos', next: 24}", "Save to Photos"),
        ("{step: 'photos', next: 4}", "Save the next 4"),
    ],
)
async def test_on_an_iphone_pictures_are_fetched_first_and_handed_over_then(room: Room, saving: str, word: str) -> None:
    await room.show(f"{{frames: room.frames(24), saving: {saving}}}")
    await expect(room.page.get_by_role("button", name=word)).to_be_visible()


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        ("{kind: 'tampering'}", "This connection could not prove that it belongs to your room, so nothing was sent."),
        ("{kind: 'lists-differ', name: 'Ben'}", "You and Ben see different pictures."),
        ("{kind: 'file-changed', name: 'IMG_2034.jpg'}", "IMG_2034.jpg changed while it was being sent."),
        (
            "{kind: 'room-full', fits: 312, total: 400}",
            "This room can keep 5 GB; 312 of 400 fit. The other 88 go direct",
        ),
    ],
)
async def test_troubles_stand_above_the_frames_until_they_are_read(room: Room, trouble: str, said: str) -> None:
    await room.show(f"{{frames: room.frames(3), troubles: [{trouble}]}}")
    notice = room.page.get_by_role("alert").filter(has_text=said)
    await expect(notice).to_be_visible()
    await room.page.locator(".k-notice").get_by_role("button", name="Close").click()
    await expect(notice).to_have_count(0)


async def test_a_lost_connection_leaves_everything_where_it_is(room: Room) -> None:
    await room.show("{frames: room.frames(3)}")
    await room.change("{phase: 'lost', foot: room.foot('interrupted')}")
    await expect(room.page.locator(".k-print")).to_have_count(3)
    await expect(room.page.locator(".k-room-line")).to_contain_text("Connection lost.")
