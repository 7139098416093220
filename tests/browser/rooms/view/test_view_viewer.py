"""The room's viewer: 400 pictures can be looked through without one original."""

import re

from playwright.async_api import expect

from tests.browser.rooms.view.conftest import Room

VIEWER = "dialog.k-viewer"


async def test_400_pictures_are_looked_through_without_an_original(room: Room) -> None:
    await room.show("{frames: room.frames(400)}")
    await room.page.locator(".k-print-picture").first.click()
    viewer = room.page.locator(VIEWER)
    await expect(viewer.locator(".k-viewer-place")).to_have_text("1 / 400")
    await expect(viewer.locator("img.k-viewer-picture")).to_have_attribute("src", re.compile(r"/pictures/1\?larger"))
    await room.lets_everybody_in()
    right = "(dialog) => dialog.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}))"
    await viewer.evaluate(f"(dialog) => {{ for (let n = 0; n < 399; n++) ({right})(dialog); }}")
    await expect(viewer.locator(".k-viewer-place")).to_have_text("400 / 400")
    await room.page.keyboard.press("ArrowRight")
    assert {name for [name, *_] in await room.page.evaluate("() => room.calls")} == {"preview"}
    await room.page.keyboard.press("Escape")
    await expect(viewer).to_have_count(0)
    await expect(room.page.get_by_role("button", name="400, IMG_2400.jpg")).to_be_focused()


async def test_the_viewer_marks_saves_and_tells_facts(room: Room) -> None:
    await room.show("{myName: 'Mara', frames: room.frames(3)}")
    await room.page.locator(".k-print-picture").nth(1).click()
    viewer = room.page.locator(VIEWER)
    await expect(viewer).to_be_visible()
    await room.page.keyboard.press("f")
    assert await room.until_asked("pick") == ["f2", True]
    await expect(viewer.get_by_role("button", name="Not a favourite")).to_be_visible()
    await room.page.keyboard.press("s")
    assert await room.until_asked("save") == [["f2"]]
    await room.page.keyboard.press("i")
    facts = viewer.get_by_role("complementary", name="Facts")
    await expect(facts).to_contain_text("2 June 2026 at 10:20")
    await facts.get_by_role("textbox", name="Write a note").fill("if this is s, i or f")
    await room.page.keyboard.press("Enter")
    await expect(facts).to_contain_text("Mara if this is s, i or f")
    assert len(await room.asked("pick")) == 1
    await viewer.get_by_role("button", name="Close the facts").click()
    await room.page.keyboard.press("b")
    await expect(viewer).to_have_attribute("data-ground", "grey")
    await room.page.keyboard.press("?")
    await expect(room.page.get_by_role("dialog", name="Keys")).to_contain_text("Favourite, or not any more")
    await room.page.keyboard.press("Escape")


async def test_a_file_without_a_picture_says_so(room: Room) -> None:
    await room.show(
        "{frames: [room.frame(1, {name: 'notes.pdf', mime: 'application/pdf', thumb: null, preview: 'none'})]}"
    )
    await expect(room.page.locator(".k-print-kind")).to_have_text("PDF")
    await room.page.locator(".k-print-picture").click()
    await expect(room.page.locator(VIEWER)).to_contain_text("There is no picture of this file. Save it to open it.")
    assert await room.asked("preview") == []


async def test_a_picture_that_goes_while_it_is_shown_gives_way_to_the_next(room: Room) -> None:
    await room.show("{isOwner: true, frames: room.frames(3)}")
    await room.page.locator(".k-print-picture").nth(1).click()
    await expect(room.page.locator(".k-viewer-place")).to_have_text("2 / 3")
    await room.change("{frames: room.state.frames.filter(({number}) => number !== 2)}")
    await expect(room.page.locator(".k-viewer-title")).to_contain_text("03")
    await room.change("{frames: []}")
    await expect(room.page.locator(VIEWER)).to_have_count(0)
