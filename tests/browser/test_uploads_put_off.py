"""Pictures that are put off, given up while they are read, chosen twice or in hundreds, or no good to the server."""

import asyncio
import re

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.conftest import Console, ServedLibrary
from tests.browser.stub_library import media

TRAY = ".k-tray"
LARGE = """() => {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(1_900_000)], "large.jpg", {type: "image/jpeg"}));
  document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""
HOLD_WORKERS = """() => {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (what) { if (!what.file) post.call(this, what); };
}"""
MANY = """() => {
  const data = new DataTransfer();
  for (let at = 0; at < 500; at++) data.items.add(new File([`${at}`], `IMG_${at}.jpg`, {type: "image/jpeg"}));
  document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
async def opened(page: Page, library: ServedLibrary) -> Page:
    library.stub.items = [media(number) for number in range(3, 0, -1)]
    await page.goto(f"{library.url}/library")
    await expect(page.locator(".k-tile")).to_have_count(3)
    return page


async def test_one_put_off_waits_while_the_others_go_on(opened: Page, library: ServedLibrary) -> None:
    library.stub.uploads.gate = asyncio.Event()
    await _choose(opened, [_file(f"DSC_{number}.jpg") for number in range(4)])
    await opened.get_by_role("button", name="Show all").click()
    await opened.get_by_role("button", name="Pause DSC_3.jpg").click()
    library.stub.uploads.gate.set()
    await expect(opened.locator(TRAY)).to_contain_text("Paused at 75 % · 3 of 4")
    assert "DSC_3.jpg" not in [name for name, _, _ in library.stub.uploads.ranges]
    await opened.get_by_role("button", name="Go on DSC_3.jpg").click()
    await expect(opened.locator(TRAY)).to_contain_text("4 pictures added.")


async def test_nothing_is_sent_while_all_are_put_off(opened: Page, library: ServedLibrary, console: Console) -> None:
    console.expect("409")  # what was cut off may arrive after the question how much did; the answer says how much it is
    library.stub.uploads.gate = asyncio.Event()
    await _choose(opened, [_file(f"DSC_{number}.jpg", 1_900_000) for number in range(3)])
    await expect(opened.locator(TRAY)).to_contain_text("0 of 3")
    await opened.get_by_role("button", name="Pause", exact=True).click()
    await opened.get_by_role("button", name="Go on", exact=True).click()
    library.stub.uploads.gate.set()
    await expect(opened.locator(TRAY)).to_contain_text("3 pictures added.")
    assert library.stub.uploads.most_in_flight <= 2


async def test_giving_up_while_a_file_is_read_sends_nothing(opened: Page, library: ServedLibrary) -> None:
    await opened.evaluate(HOLD_WORKERS)
    await opened.evaluate(LARGE)
    await expect(opened.locator(TRAY)).to_contain_text("Checking what is here already")
    await opened.get_by_role("button", name="Cancel all").click()
    await expect(opened.locator(TRAY)).to_be_hidden()
    assert library.stub.calls("POST", "/media/upload") == 0


async def test_only_what_the_server_could_read_counts_as_added(opened: Page, library: ServedLibrary) -> None:
    why = "IMG_7.jpg stops in the middle. Copy it from the camera again, then try again."
    library.stub.uploads.ends = {"status": "failed", "reason": why}
    await _choose(opened, [_file("IMG_7.jpg")])
    tray = opened.locator(TRAY)
    await expect(tray).to_contain_text("1 could not be read.")
    await expect(tray).to_contain_text(why)
    await expect(tray).not_to_contain_text("added")


async def test_while_the_server_still_reads_the_page_may_be_closed(opened: Page, library: ServedLibrary) -> None:
    library.stub.uploads.ends = {"status": "processing", "reason": None}
    await _choose(opened, [_file("DSC_1.jpg"), _file("DSC_2.jpg")])
    await expect(opened.locator(TRAY)).to_contain_text("All 2 are here. You can close this page; 0 of 2 are ready.")
    library.stub.uploads.ends = {"status": "completed", "reason": None}
    await expect(opened.locator(TRAY)).to_contain_text("2 pictures added.")


async def test_the_same_picture_chosen_twice_at_once_is_sent_once(opened: Page, library: ServedLibrary) -> None:
    library.stub.uploads.gate = asyncio.Event()
    same = [
        _file("DSC_1.jpg"),
        FilePayload(name="copy.jpg", mimeType="image/jpeg", buffer=_file("DSC_1.jpg")["buffer"]),
    ]
    await _choose(opened, same)
    await opened.get_by_role("button", name="Show all").click()
    await expect(opened.locator(TRAY)).to_contain_text("The same picture as DSC_1.jpg.")
    library.stub.uploads.gate.set()
    await expect(opened.locator(TRAY)).to_contain_text("1 picture added. Already in your library.")
    assert library.stub.calls("POST", "/media/upload") == 1


async def test_too_many_pictures_stop_the_rest_with_one_sentence(
    opened: Page, library: ServedLibrary, console: Console
) -> None:
    console.expect("status of 409|status of 507")
    library.stub.refuse("POST", "/media/upload", 409, "too_many_media", "You have as many pictures as you may keep.")
    await _choose(opened, [_file(f"DSC_{number}.jpg") for number in range(9)])
    await expect(opened.locator(TRAY)).to_contain_text("You have as many pictures as you may keep.")
    library.stub.refuse("POST", "/media/upload", 507, "disk_full", "The server's disk is full.")
    await opened.get_by_role("button", name="Try again").click()
    await expect(opened.locator(TRAY)).to_contain_text("The server's disk is full.")
    await opened.get_by_role("button", name="Try again").click()
    await expect(opened.locator(TRAY)).to_contain_text("9 pictures added.")


async def test_five_hundred_files_are_one_line_and_two_requests_at_a_time(opened: Page, library: ServedLibrary) -> None:
    await opened.evaluate(MANY)
    await expect(opened.locator(TRAY)).to_contain_text("of 500 ·")
    assert await opened.locator(".k-upload").count() == 0
    await expect(opened.locator(TRAY)).to_contain_text(re.compile(r"[1-9]\d of 500"), timeout=30_000)
    await opened.get_by_role("button", name="Cancel all").click()
    assert library.stub.uploads.most_in_flight <= 2
    assert library.stub.calls("POST", "/media/upload") < 100  # those behind were not announced to be given up at once


def _file(name: str, size: int = 2_000) -> FilePayload:
    return {"name": name, "mimeType": "image/jpeg", "buffer": name.encode().ljust(size, b".")[:size]}


async def _choose(page: Page, files: list[FilePayload]) -> None:
    async with page.expect_file_chooser() as chooser:
        await page.evaluate("() => document.dispatchEvent(new CustomEvent('kamra:add-pictures', {cancelable: true}))")
    await (await chooser.value).set_files(files)
