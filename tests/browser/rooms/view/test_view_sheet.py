"""The contact sheet: numbers that never change, signs, rings, keys, and only what is near the window in the page."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.rooms.view.conftest import Room

SIGNS = """{frames: room.frames(5, (n) => ({
  sign: ["waiting", "coming", "here", "saved", "trouble"][n - 1], progress: 0.385, trouble: "not-whole",
  picks: n === 3 ? [{name: "Ben", self: false}] : [] }))}"""


async def test_an_edge_says_number_sign_and_name(room: Room) -> None:
    await room.show(SIGNS)
    edges = room.page.locator(".k-print-edge")
    await expect(edges).to_have_text(
        ["01○IMG_2001.jpg", "02◔38 %IMG_2002.jpg", "03●IMG_2003.jpg", "04✓IMG_2004.jpg", "05!IMG_2005.jpg"]
    )
    read = room.page.get_by_role("button", name="2, IMG_2002.jpg, on its way, 38 percent")
    await expect(read).to_have_count(1)
    await expect(room.page.get_by_role("button", name=re.compile("^3, .*a favourite of Ben$"))).to_have_count(1)
    await room.lets_everybody_in()


async def test_the_sheet_reads_in_the_dark_as_well(room: Room) -> None:
    await room.page.emulate_media(color_scheme="dark")
    await room.show(SIGNS)
    await room.lets_everybody_in()
    await room.page.emulate_media(color_scheme="light")


async def test_only_what_is_on_its_way_stands_back_and_comes_up(room: Room) -> None:
    await room.show(SIGNS)
    await expect(room.page.locator("img.k-loaded")).to_have_count(5)
    opacities = "() => [...document.querySelectorAll('.k-print-image')].map((one) => +getComputedStyle(one).opacity)"
    assert await room.page.evaluate(opacities) == pytest.approx([1, 0.754, 1, 1, 1], abs=0.01)


async def test_who_sent_reads_who_has_it(room: Room) -> None:
    await room.show(
        "{frames: room.frames(2, (n) => ({mine: true, sign: 'here', receivedBy: n < 2 ? ['Anna', 'Ben'] : []}))}"
    )
    await expect(room.page.locator(".k-print-edge")).to_have_text(["01✓Anna BenIMG_2001.jpg", "02●IMG_2002.jpg"])
    await expect(room.page.get_by_role("button", name="1, IMG_2001.jpg, Anna and Ben have it")).to_have_count(1)


async def test_a_number_stays_when_another_one_goes(room: Room) -> None:
    await room.show("{frames: room.frames(4)}")
    await room.change("{frames: room.state.frames.filter(({number}) => number !== 2)}")
    await expect(room.page.locator(".k-print-number")).to_have_text(["01", "03", "04"])


async def test_rings_are_three_strokes_and_are_not_cut(room: Room) -> None:
    await room.show("{frames: room.frames(6, () => ({picks: [{name: 'Ben', self: false}]}))}")
    strokes = await room.page.locator(".k-print-ring path").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('d'))"
    )
    assert len(set(strokes)) == 3
    assert strokes[:3] == strokes[3:]
    inside = """(all) => all.every((ring) => {
      const [r, e] = [ring, ring.closest(".k-print-edge")].map((one) => one.getBoundingClientRect());
      return r.left >= e.left && r.top >= e.top && r.bottom <= e.bottom;
    })"""
    assert await room.page.locator(".k-print-ring path").evaluate_all(inside)


async def test_of_2500_frames_only_those_near_the_window_are_in_the_page(room: Room) -> None:
    await room.show("{frames: room.frames(2500)}")
    prints = room.page.locator(".k-print")
    await expect(prints.first).to_be_visible()
    assert await prints.count() < 80
    await room.page.locator(".k-print-picture").first.focus()
    await room.page.keyboard.press("End")
    last = room.page.get_by_role("button", name="2500, IMG_4500.jpg")
    await expect(last).to_be_focused()
    await expect(last).to_be_in_viewport()
    assert await prints.count() < 80
    assert await prints.last.get_attribute("aria-setsize") == "2500"
    assert await prints.last.get_attribute("aria-posinset") == "2500"
    await room.page.keyboard.press("Home")
    await expect(room.page.get_by_role("button", name="1, IMG_2001.jpg")).to_be_in_viewport()


async def test_everything_can_be_done_with_keys(room: Room) -> None:
    await room.show("{myName: 'Mara', frames: room.frames(12)}")
    keyboard = room.page.keyboard
    await room.page.locator(".k-print-picture").first.focus()
    for key in ("ArrowRight", "ArrowRight", " ", "ArrowLeft", " "):
        await keyboard.press(key)
    chosen = room.page.get_by_role("region", name="Chosen pictures")
    await expect(chosen).to_contain_text("2 chosen · 4 MB")
    await chosen.get_by_role("button", name="Save").click()
    assert await room.until_asked("save") == [["f3", "f2"]]
    await expect(room.page.locator(".k-print[data-chosen]")).to_have_count(0)
    await room.page.locator(".k-print-picture").nth(3).focus()
    await keyboard.press("f")
    assert await room.until_asked("pick") == ["f4", True]
    await keyboard.press("i")
    await expect(room.page.get_by_role("dialog", name="Number 4")).to_be_visible()
    await keyboard.press("Escape")
    await expect(room.page.locator(".k-print-picture").nth(3)).to_be_focused()
    await keyboard.press("ArrowDown")
    await expect(room.page.locator(".k-print:focus-within")).to_have_attribute("data-id", re.compile("f[5-9]"))


async def test_a_long_press_chooses_where_there_is_no_mouse(room: Room) -> None:
    await room.show("{frames: room.frames(6)}")
    picture = room.page.locator(".k-print-picture").nth(1)
    await picture.dispatch_event("pointerdown", {"pointerType": "touch", "isPrimary": True})
    await expect(room.page.locator(".k-print[data-chosen]")).to_have_attribute("data-id", "f2")
    await picture.dispatch_event("click")  # that ends the press
    await expect(room.page.locator(".k-print[data-chosen]")).to_have_count(1)
    await room.page.locator(".k-print-picture").nth(2).click()
    await expect(room.page.locator(".k-print[data-chosen]")).to_have_count(2)


async def test_what_was_removed_can_be_taken_back(room: Room) -> None:
    await room.show("{frames: room.frames(3, () => ({mine: true}))}")
    await room.page.locator(".k-print-picture").nth(1).focus()
    await room.page.keyboard.press("Delete")
    await expect(room.page.locator(".k-print-number")).to_have_text(["01", "03"])
    await expect(room.page.locator(".k-print-picture").nth(1)).to_be_focused()
    await room.page.get_by_role("button", name="Undo").click()
    await expect(room.page.locator(".k-print-number")).to_have_text(["01", "02", "03"])
    await room.page.keyboard.press("Delete")
    assert await room.asked("remove") == []


async def test_what_others_added_stays_when_one_is_not_the_owner(room: Room) -> None:
    await room.show("{frames: room.frames(2)}")
    await room.page.locator(".k-print-picture").first.focus()
    await room.page.keyboard.press("Delete")
    await expect(room.page.locator(".k-print-number")).to_have_text(["01", "02"])


async def test_the_sheet_fits_the_smallest_phone(room: Room) -> None:
    await room.page.set_viewport_size({"width": 320, "height": 640})
    await room.show(
        "{isOwner: true, frames: room.frames(9, (n) => ({sign: 'coming', notes: [{by: 'Ben', text: 'x'}], "
        "name: 'a'.repeat(90), mime: 'x/y', thumb: n % 2 ? null : '/pictures/1'})), "
        "foot: room.foot('direct', {done: 7, total: 20, speed: 4100000, secondsLeft: 180, name: 'Bartholomäus'})}"
    )
    assert await room.page.evaluate("() => document.documentElement.scrollWidth") == 320
    await expect(room.page.locator(".k-print-name").first).to_be_hidden()
    small = """() => [...document.querySelectorAll('.k-room-head button')].filter((one) => one.offsetParent)
      .map((one) => one.getBoundingClientRect()).filter(({width, height}) => Math.min(width, height) < 44).length"""
    assert await room.page.evaluate(small) == 0
    await room.lets_everybody_in()
