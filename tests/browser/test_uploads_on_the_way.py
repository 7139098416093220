"""Pictures on their way: how long it takes, what fails, and what goes on by itself."""

import asyncio

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.conftest import Console, ServedLibrary
from tests.browser.modules import call
from tests.browser.stub_library import media

TRAY = ".k-tray"


@pytest.fixture
async def opened(page: Page, library: ServedLibrary) -> Page:
    library.stub.items = [media(number) for number in range(3, 0, -1)]
    await page.goto(f"{library.url}/library")
    await expect(page.locator(".k-tile")).to_have_count(3)
    return page


async def test_a_lost_connection_is_waited_for(opened: Page, library: ServedLibrary, console: Console) -> None:
    console.expect("ERR_INTERNET_DISCONNECTED")
    await opened.context.set_offline(True)
    await _choose(opened, [_file("DSC_1.jpg"), _file("DSC_2.jpg")])
    await expect(opened.locator(TRAY)).to_contain_text(
        "Connection lost. Going on as soon as it is back; nothing is lost."
    )
    await opened.context.set_offline(False)
    await expect(opened.locator(TRAY)).to_contain_text("2 pictures added.")
    assert library.stub.calls("POST", "/media/upload") == 2


async def test_a_full_quota_stops_the_rest_with_one_sentence(
    opened: Page, library: ServedLibrary, console: Console
) -> None:
    console.expect("status of 409")
    sentence = "You have used all of your 20 GB."
    for _ in range(2):
        library.stub.refuse("POST", "/media/upload", 409, "quota_full", sentence)
    await _choose(opened, [_file(f"DSC_{number}.jpg") for number in range(9)])
    await expect(opened.locator(TRAY)).to_contain_text(sentence)
    assert library.stub.calls("POST", "/media/upload") <= 2
    library.stub.refusals.clear()
    await opened.get_by_role("button", name="Try again").click()
    await expect(opened.locator(TRAY)).to_contain_text("9 pictures added.")


async def test_a_session_that_ended_leads_to_sign_in_and_loses_nothing(
    opened: Page, library: ServedLibrary, console: Console
) -> None:
    console.expect("status of 401")
    library.stub.refuse("POST", "/media/upload", 401, "not_signed_in", "Sign in first.")
    await _choose(opened, [_file("DSC_1.jpg")])
    await expect(opened.locator(TRAY)).to_contain_text("You have been signed out. Sign in again, then go on.")
    link = opened.get_by_role("link", name="Sign in")
    assert await link.get_attribute("target") == "_blank"
    await opened.get_by_role("button", name="Go on").click()
    await expect(opened.locator(TRAY)).to_contain_text("1 picture added.")


async def test_a_refused_picture_says_why_and_can_be_tried_again(
    opened: Page, library: ServedLibrary, console: Console
) -> None:
    console.expect("status of 422")
    library.stub.refuse("POST", "/media/upload", 422, "bad_name", "This name cannot be used.")
    await _choose(opened, [_file("DSC_1.jpg")])
    tray = opened.locator(TRAY)
    await expect(tray).to_contain_text("1 file was not added.")
    await expect(tray).to_contain_text("This name cannot be used.")
    await opened.get_by_role("button", name="Try again").click()
    await expect(tray).to_contain_text("1 picture added.")


async def test_leaving_while_sending_is_asked_about(opened: Page, library: ServedLibrary) -> None:
    library.stub.uploads.gate = asyncio.Event()
    await _choose(opened, [_file("DSC_1.jpg")])
    await expect(opened.locator(TRAY)).to_contain_text("100 % of 2 kB")
    async with opened.expect_event("dialog") as asked:
        await opened.close(run_before_unload=True)
    dialog = await asked.value
    assert dialog.type == "beforeunload"
    library.stub.uploads.gate.set()
    await dialog.dismiss()


async def test_a_thousand_files_keep_the_list_short(opened: Page, library: ServedLibrary) -> None:
    library.stub.uploads.gate = asyncio.Event()
    many = "Array.from({length: 1000}, (_, at) => new File([`${at}`], `IMG_${at}.jpg`, {type: 'image/jpeg'}))"
    script = f"""() => {{
      const data = new DataTransfer();
      for (const file of {many}) data.items.add(file);
      document.body.dispatchEvent(new DragEvent('drop', {{dataTransfer: data, bubbles: true, cancelable: true}}));
    }}"""
    await opened.evaluate(script)
    await expect(opened.locator(TRAY)).to_contain_text("0 of 1000")
    await opened.get_by_role("button", name="Show all").click()
    assert await opened.locator(".k-upload").count() <= 61
    await expect(opened.locator(TRAY)).to_contain_text("more pictures")
    await opened.get_by_role("button", name="Cancel all").click()
    library.stub.uploads.gate.set()


async def test_the_pace_is_told_in_round_words(page: Page, library: ServedLibrary) -> None:
    seconds = [2, 18, 20, 54, 60, 170, 7300]
    said = await call(page, library.url, "uploads/pace.js", "given[0].map(m.aboutText)", seconds)
    assert said == [
        "a few seconds",
        "about 20 seconds",
        "about 20 seconds",
        "about 55 seconds",
        "about a minute",
        "about 3 minutes",
        "about 2 hours",
    ]


async def test_the_pace_forgets_what_was_long_ago(page: Page, library: ServedLibrary) -> None:
    marks = [[0, 0], [1000, 100], [20_000, 200], [22_000, 600]]
    expression = """(() => {
      const pace = new m.Pace();
      const first = pace.secondsFor(100);
      for (const [time, sent] of given[0]) pace.mark(sent, time);
      return [first, pace.secondsFor(1000)];
    })()"""
    assert await call(page, library.url, "uploads/pace.js", expression, marks) == [None, 5]


def _file(name: str, size: int = 2_000, kind: str = "image/jpeg") -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": name.encode().ljust(size, b".")[:size]}


async def _choose(page: Page, files: list[FilePayload]) -> None:
    async with page.expect_file_chooser() as chooser:
        await page.evaluate("() => document.dispatchEvent(new CustomEvent('kamra:add-pictures', {cancelable: true}))")
    await (await chooser.value).set_files(files)
