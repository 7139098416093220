"""Files come into a room by picker, folder, drop and paste; what is asked before they go is asked once."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.rooms.view.conftest import Room

DROP = """(names) => {
  const data = new DataTransfer();
  for (const name of names) data.items.add(new File(["x"], name));
  for (const kind of ["dragenter", "drop"]) {
    window.dispatchEvent(new DragEvent(kind, { dataTransfer: data, cancelable: true, bubbles: true }));
  }
}"""
TWO = ["a.jpg", "notes.pdf"]
CHOSEN = [{"path": "a.jpg", "bytes": 1}, {"path": "notes.pdf", "bytes": 1}]


async def test_files_of_any_kind_can_be_dropped_anywhere(room: Room) -> None:
    await room.show("{myName: 'Mara'}")
    await room.page.evaluate(DROP, TWO)
    assert await room.until_asked("add") == [CHOSEN, {"removeLocation": False}]


async def test_the_page_shows_that_one_may_let_go(room: Room) -> None:
    enter = "() => window.dispatchEvent(new DragEvent('{}', {{dataTransfer: window.held}}))"
    hold = "() => { window.held = new DataTransfer(); held.items.add(new File(['x'], 'a.jpg')); }"
    await room.page.evaluate(hold)
    await room.page.evaluate(enter.format("dragenter"))
    await expect(room.page.get_by_text("Let go to add")).to_be_visible()
    await room.page.evaluate(enter.format("dragleave"))
    await expect(room.page.get_by_text("Let go to add")).to_have_count(0)


async def test_a_pasted_file_is_added(room: Room) -> None:
    await room.show("{myName: 'Mara'}")
    await room.page.evaluate(
        """() => {
          const clipboardData = new DataTransfer();
          clipboardData.items.add(new File(["x"], "image.png"));
          document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }"""
    )
    assert (await room.until_asked("add"))[0] == [{"path": "image.png", "bytes": 1}]


async def test_the_picker_takes_any_kind_and_a_folder_keeps_its_paths(room: Room) -> None:
    await room.show("{myName: 'Mara'}")
    async with room.page.expect_file_chooser() as choosing:
        await room.page.get_by_role("button", name="Choose files").click()
    chooser = await choosing.value
    assert await chooser.element.get_attribute("accept") is None  # with it iOS turns HEIC into JPEG
    assert chooser.is_multiple()
    await room.page.get_by_role("button", name="More").click()
    async with room.page.expect_file_chooser() as choosing:
        await room.page.get_by_role("button", name="Choose a folder").click()
    assert await (await choosing.value).element.get_attribute("webkitdirectory") is not None


@pytest.mark.parametrize(("button", "is_removed"), [("Send as they are", False), ("Remove the location", True)])
async def test_name_and_location_are_asked_for_together(room: Room, button: str, is_removed: bool) -> None:
    await room.page.evaluate("() => (room.answers.located = 12)")
    await room.page.evaluate(DROP, TWO)
    dialog = room.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("12 of these say where they were taken.")
    await room.lets_everybody_in()
    await dialog.get_by_label("Your name, so they know who it is from.").fill("Mara")
    await dialog.get_by_role("button", name=button).click()
    assert (await room.until_asked("add"))[1] == {"removeLocation": is_removed}
    assert await room.asked("setName") == [["Mara"]]
    await room.page.evaluate("() => (room.answers.located = 0)")
    await room.page.evaluate(DROP, ["b.jpg"])  # nothing is asked a second time
    await room.page.wait_for_function("() => room.calls.filter(([name]) => name === 'add').length === 2")


async def test_who_thinks_better_of_it_adds_nothing(room: Room) -> None:
    await room.page.evaluate(DROP, TWO)
    await room.page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    await expect(room.page.get_by_role("dialog")).to_have_count(0)
    assert await room.asked("add") == []


async def test_why_something_was_not_added_is_said(room: Room) -> None:
    await room.show("{myName: 'Mara'}")
    await room.page.evaluate("() => (room.refusals.add = 'room_full')")
    await room.page.evaluate(DROP, TWO)
    await expect(room.page.get_by_role("status").filter(has_text="This room can keep no more.")).to_be_visible()


async def test_a_browser_inside_another_app_says_that_it_cannot_save(room: Room, open_page: OpenPage) -> None:
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Instagram 300.0"
    page = await open_page(user_agent=agent)
    await page.goto(room.page.url)
    await page.evaluate("() => room.reset()")
    said = "This app's own browser cannot save pictures. Press ··· and choose Open in Safari."
    await expect(page.locator(".k-notice")).to_have_text(said)
