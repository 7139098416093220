"""Adding pictures as one does: chosen, dropped, pasted; and what is refused at once."""

import asyncio
import base64
import hashlib
from typing import Any

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.conftest import ServedLibrary
from tests.browser.modules import call
from tests.browser.stub_library import media

TRAY = ".k-tray"


@pytest.fixture
async def opened(page: Page, library: ServedLibrary) -> Page:
    library.stub.items = [media(number) for number in range(3, 0, -1)]
    await page.goto(f"{library.url}/library")
    await expect(page.locator(".k-tile")).to_have_count(3)
    return page


async def test_chosen_pictures_appear_in_the_library(opened: Page, library: ServedLibrary) -> None:
    good = media(9)
    library.stub.becomes = {key: good[key] for key in ("status", "width", "height", "placeholder")}
    await _choose(opened, [_file(f"DSC_{number}.jpg") for number in range(7)])
    await expect(opened.locator(TRAY)).to_contain_text("7 pictures added.")
    await expect(opened.locator(".k-tile")).to_have_count(10)
    await expect(opened.locator(".k-tile-working")).to_have_count(0)
    assert {one["name"] for one in library.stub.items} >= {f"DSC_{number}.jpg" for number in range(7)}


async def test_the_tray_goes_away_when_all_went_well(page: Page, library: ServedLibrary) -> None:
    await page.clock.install()
    await page.goto(f"{library.url}/library")
    await expect(page.get_by_role("heading", name="Nothing here yet.")).to_be_visible()
    await _choose(page, [_file("DSC_1.jpg")])
    await expect(page.locator(TRAY)).to_contain_text("1 picture added.")
    await page.clock.run_for(6_000)
    await expect(page.locator(TRAY)).to_be_hidden()


async def test_two_are_sent_at_a_time_and_the_line_says_how_far(opened: Page, library: ServedLibrary) -> None:
    library.stub.uploads.gate = asyncio.Event()
    await _choose(opened, [_file(f"DSC_{number}.jpg", 100_000) for number in range(20)])
    await expect(opened.locator(TRAY)).to_contain_text("0 of 20 · 2 MB")
    await opened.get_by_role("button", name="Show all").click()
    rows = opened.locator(".k-upload")
    await expect(rows).to_have_count(20)
    await expect(opened.locator(".k-upload[data-state=finishing]")).to_have_count(2)
    assert library.stub.calls("POST", "/media/upload") == 2
    library.stub.uploads.gate.set()
    await expect(opened.locator(TRAY)).to_contain_text("20 pictures added.")


async def test_one_can_be_cancelled_and_all(opened: Page, library: ServedLibrary) -> None:
    library.stub.uploads.gate = asyncio.Event()
    await _choose(opened, [_file(f"DSC_{number}.jpg") for number in range(6)])
    await opened.get_by_role("button", name="Show all").click()
    await opened.get_by_role("button", name="Cancel DSC_0.jpg").click()
    await expect(opened.locator(TRAY)).to_contain_text("0 of 5")
    await opened.get_by_role("button", name="Cancel all").click()
    await expect(opened.locator(TRAY)).to_be_hidden()
    library.stub.uploads.gate.set()
    assert not any(method == "POST" and path.endswith("complete") for method, path in library.stub.asked)


async def test_what_is_no_picture_is_refused_at_once_and_never_sent(opened: Page, library: ServedLibrary) -> None:
    wrong = [_file("notes.pdf", kind="application/pdf"), _file("trip.mov", kind="video/quicktime")]
    wrong += [_file("huge.png", 2_500_000, kind="image/png"), _file("nothing.jpg", 0)]
    await _choose(opened, [*wrong, _file("DSC_1.jpg")])
    tray = opened.locator(TRAY)
    await expect(tray).to_contain_text("1 picture added. 4 files were not added.")
    await expect(tray).to_contain_text("notes.pdf is not a picture. For other files, use a room.")
    await expect(tray).to_contain_text("Films do not go into the library yet. A room takes any file.")
    await expect(tray).to_contain_text("huge.png has 2.5 MB; up to 2 MB work.")
    await expect(tray).to_contain_text("nothing.jpg is empty.")
    signs = tray.locator(".k-upload:not([data-state=done]) .k-upload-state > svg:visible")
    await expect(signs).to_have_count(4)
    await expect(tray.locator(".k-upload[data-state=done] svg:visible")).to_have_count(0)
    assert library.stub.calls("POST", "/media/upload") == 1


async def test_a_long_list_is_scrolled_by_keys(opened: Page) -> None:
    await _choose(opened, [_file(f"notes {number}.pdf", kind="application/pdf") for number in range(30)])
    rows = opened.locator(TRAY).get_by_role("list")
    await rows.focus()
    await expect(rows).to_be_focused()
    await opened.keyboard.press("End")
    await expect(rows.get_by_text("notes 29.pdf", exact=True)).to_be_in_viewport()


async def test_a_picture_that_is_there_already_is_not_sent_again(opened: Page, library: ServedLibrary) -> None:
    payload = _file("copy.jpg")
    library.stub.items[0]["sha256"] = hashlib.sha256(payload["buffer"]).hexdigest()
    await _choose(opened, [payload])
    await expect(opened.locator(TRAY)).to_contain_text("Already in your library.")
    assert library.stub.calls("POST", "/media/upload") == 0


async def test_heic_without_a_type_is_sent_as_what_its_name_says(opened: Page, library: ServedLibrary) -> None:
    await _choose(opened, [_file("IMG_1.HEIC", kind="")])
    await expect(opened.locator(TRAY)).to_contain_text("1 picture added.")
    assert [one.wish["content_type"] for one in library.stub.uploads.places.values()] == ["image/heic"]


async def test_dropped_files_are_taken_and_the_window_says_so_before(opened: Page) -> None:
    data = await _transfer(opened, [_file("dropped.jpg")])
    await opened.dispatch_event("body", "dragenter", {"dataTransfer": data})
    await expect(opened.get_by_text("Let go to add")).to_be_visible()
    await opened.dispatch_event("body", "dragleave", {"dataTransfer": data})
    await expect(opened.get_by_text("Let go to add")).to_have_count(0)
    await opened.dispatch_event("body", "dragenter", {"dataTransfer": data})
    await opened.dispatch_event("body", "drop", {"dataTransfer": data})
    await expect(opened.get_by_text("Let go to add")).to_have_count(0)
    await expect(opened.locator(TRAY)).to_contain_text("1 picture added.")


async def test_folders_are_read_to_their_ends_without_what_systems_leave_there(
    page: Page, library: ServedLibrary
) -> None:
    folders = """(() => {
      const file = (name) => ({name, fullPath: `/trip/${name}`, isDirectory: false,
        file: (give) => give(new File(["x"], name))});
      const folder = (name, all) => ({name, isDirectory: true, createReader: () => {
        let rest = [...all];
        return {readEntries: (give) => { give(rest.slice(0, 100)); rest = rest.slice(100); }};
      }});
      const many = Array.from({length: 250}, (_, at) => file(`IMG_${at}.jpg`));
      const left = [file(".DS_Store"), folder("__MACOSX", [file("x")])];
      const top = folder("trip", [...left, file("b.jpg"), folder("day 1", many)]);
      return {items: [{webkitGetAsEntry: () => top}], files: []};
    })()"""
    expression = f"(await m.droppedFiles({folders})).map(({{ file, path }}) => [file.name, path])"
    found = await call(page, library.url, "uploads/dropped_files.js", expression)
    assert len(found) == 251
    assert found[0] == ["b.jpg", "trip/b.jpg"]
    assert found[3] == ["IMG_2.jpg", "trip/IMG_2.jpg"]


async def test_a_pasted_picture_is_taken(opened: Page) -> None:
    data = await _transfer(opened, [_file("image.png", kind="image/png")])
    await opened.evaluate(
        "(data) => document.body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}))", data
    )
    await expect(opened.locator(TRAY)).to_contain_text("1 picture added.")


def _file(name: str, size: int = 2_000, kind: str = "image/jpeg") -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": name.encode().ljust(size, b".")[:size]}


async def _choose(page: Page, files: list[FilePayload]) -> None:
    async with page.expect_file_chooser() as chooser:
        await page.evaluate("() => document.dispatchEvent(new CustomEvent('kamra:add-pictures', {cancelable: true}))")
    await (await chooser.value).set_files(files)


async def _transfer(page: Page, files: list[FilePayload]) -> Any:
    script = """(files) => {
      const data = new DataTransfer();
      for (const {name, type, text} of files) data.items.add(new File([atob(text)], name, {type}));
      return data;
    }"""
    plain = [
        {"name": one["name"], "type": one["mimeType"], "text": base64.b64encode(one["buffer"]).decode()}
        for one in files
    ]
    return await page.evaluate_handle(script, plain)
