"""What goes wrong in the studio, and the sentence for it where one looks for it."""

import asyncio

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.conftest import Console, ServedStudio
from tests.browser.studio_steps import choose, file, open_more, quality, result_shown

SUGGESTED = {"suggested_width": 630, "width": 1600, "smallest_bytes": 107_000, "target_bytes": 5_000}
TOO_SMALL = "It cannot get under 5 kB. The smallest is 107 kB at this width; try 630 pixels."
FULL = "The server's disk is full. Nothing was lost; tell the person who runs it."


@pytest.fixture
async def table(page: Page, studio: ServedStudio) -> Page:
    """A picture on the table of which nothing has been asked."""
    await page.goto(f"{studio.url}/studio")
    await choose(page, file())
    return page


async def test_d40_a_size_that_cannot_be_reached_says_so_beside_its_field(
    table: Page, studio: ServedStudio, console: Console
) -> None:
    console.expect("status of 422")
    errors = [{"field": "target_bytes", "message": TOO_SMALL}]
    await open_more(table)
    await table.get_by_label("Size", exact=True).check()
    await result_shown(table)
    studio.stub.refuse(422, "target_too_small", TOO_SMALL, errors=errors)
    await table.get_by_label("Under how many kB").fill("5")
    field = table.locator(".k-field", has=table.get_by_label("Under how many kB"))
    await expect(field.get_by_role("alert")).to_have_text(TOO_SMALL)
    await expect(table.get_by_label("Under how many kB")).to_have_attribute("aria-invalid", "true")
    await expect(table.locator(".k-stage[data-both]")).to_be_visible()  # the old copy stays
    await expect(table.get_by_role("button", name="Try again")).to_be_hidden()
    await table.get_by_label("Under how many kB").fill("500")
    await expect(field.get_by_role("alert")).to_be_hidden()


async def test_a_purpose_that_cannot_be_met_says_so_below_it(
    table: Page, studio: ServedStudio, console: Console
) -> None:
    console.expect("status of 422")
    studio.stub.refuse(422, "target_too_small", TOO_SMALL, errors=[{"field": "target_bytes", "message": TOO_SMALL}])
    await table.get_by_label("Web form").check()
    await expect(table.locator(".k-purposes").get_by_role("alert")).to_have_text(TOO_SMALL)
    await expect(table.get_by_role("button", name="Try")).to_be_hidden()


async def test_d40_the_width_at_which_it_can_be_met_is_one_press_away(
    table: Page, studio: ServedStudio, console: Console
) -> None:
    console.expect("status of 422")
    studio.stub.refuse(422, "target_too_small", TOO_SMALL, **SUGGESTED)
    await table.get_by_label("Web form").check()
    await table.get_by_role("button", name="Try 630 pixels").press("Enter")
    await result_shown(table)
    await expect(table.locator(".k-figure--result")).to_contain_text("630 × 473")
    await expect(table.locator(".k-purposes").get_by_role("alert")).to_be_hidden()
    await expect(table.get_by_label("Web form")).to_be_checked()  # it is still what this is for
    await expect(table.get_by_label("Web form")).to_be_focused()


async def test_a_full_disk_says_so_and_can_be_tried_again(table: Page, studio: ServedStudio, console: Console) -> None:
    console.expect("status of 507")
    studio.stub.refuse(507, "disk_full", FULL)
    await table.get_by_label("Website").check()
    await expect(table.locator(".k-studio-actions").get_by_role("alert")).to_have_text(FULL)
    await table.get_by_role("button", name="Try again").click()
    await result_shown(table)


async def test_an_upload_that_is_refused_says_why(table: Page, studio: ServedStudio, console: Console) -> None:
    console.expect("status of 413")
    studio.stub.library.refuse("POST", "/media/upload", 413, "upload_too_large", "60 MB; up to 50 MB work.")
    await table.get_by_label("Website").check()
    await expect(table.locator(".k-studio-actions").get_by_role("alert")).to_have_text("60 MB; up to 50 MB work.")
    await expect(table.get_by_text("Nothing has left this device yet.")).to_be_visible()


async def test_without_a_connection_it_goes_on_as_soon_as_it_is_back(
    table: Page, studio: ServedStudio, console: Console
) -> None:
    console.expect("ERR_INTERNET_DISCONNECTED")
    await table.get_by_label("Website").check()
    await result_shown(table)
    await table.context.set_offline(True)
    await open_more(table)
    await quality(table).fill("40")
    await expect(table.locator(".k-studio-actions").get_by_role("alert")).to_contain_text("No connection.")
    await table.context.set_offline(False)
    await expect(table.locator(".k-studio-actions").get_by_role("alert")).to_be_hidden()
    await expect(table.locator(".k-figure--result:not([data-busy])")).to_be_visible()
    assert studio.stub.recipes[-1]["quality"] == 40


async def test_a_draft_whose_hour_is_over_is_sent_again(table: Page, studio: ServedStudio, console: Console) -> None:
    console.expect("status of 404")
    await table.get_by_label("Website").check()
    await result_shown(table)
    studio.stub.refuse(404, "media_not_found", "This picture is not here, or it is not for you to see.")
    studio.stub.library.items.clear()
    async with table.expect_response(lambda answer: answer.url.endswith("/compress") and answer.ok):
        await table.get_by_label("Messenger").check()
    await expect(table.locator(".k-figure--result")).to_contain_text("1600 × 1200")
    assert len(studio.stub.library.uploads.ranges) == 2


async def test_a_copy_larger_than_its_original_says_what_is_better(page: Page, studio: ServedStudio) -> None:
    small = FilePayload(name="small.jpg", mimeType="image/jpeg", buffer=file(width=400, height=300)["buffer"])
    await page.goto(f"{studio.url}/studio")
    await choose(page, small)
    await open_more(page)
    await page.get_by_role("combobox", name="Format").select_option("png")
    await result_shown(page)
    await expect(page.get_by_text("This came out larger than the original")).to_be_visible()
    await expect(page.locator(".k-figure--result")).to_contain_text("+")


async def test_the_old_copy_stays_while_the_next_is_made(table: Page, studio: ServedStudio) -> None:
    await table.get_by_label("Website").check()
    await result_shown(table)
    shown = await table.locator(".k-figure--result").inner_text()
    studio.stub.gate = asyncio.Event()
    await table.get_by_label("Messenger").check()
    await expect(table.locator(".k-figure--result[data-busy]")).to_be_visible()
    await expect(table.locator(".k-stage[data-both]")).to_be_visible()
    assert await table.locator(".k-figure--result").inner_text() == shown
    studio.stub.gate.set()
    await expect(table.locator(".k-figure--result:not([data-busy])")).to_be_visible()


async def test_sending_can_be_cancelled_and_begun_again(table: Page, studio: ServedStudio) -> None:
    studio.stub.library.uploads.gate = asyncio.Event()
    await table.get_by_label("Website").check()
    await expect(table.get_by_text("Your picture goes to the server now, once")).to_be_visible()
    await table.get_by_role("button", name="Cancel").click()
    await expect(table.get_by_text("Cancelled. Nothing was kept on the server.")).to_be_visible()
    studio.stub.library.uploads.gate.set()
    await table.get_by_role("button", name="Try again").click()
    await result_shown(table)


async def test_what_is_no_picture_is_refused_before_anything_is_sent(page: Page, studio: ServedStudio) -> None:
    await page.goto(f"{studio.url}/studio")
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="Choose a picture").click()
    notes = FilePayload(name="notes.pdf", mimeType="application/pdf", buffer=b"%PDF-1.4")
    await (await chooser.value).set_files([notes])
    await expect(page.get_by_text("notes.pdf is not a picture. For other files, use a room.")).to_be_visible()
    await expect(page.get_by_role("heading", name="Make a picture smaller.")).to_be_visible()
    assert studio.stub.library.asked == []


async def test_a_text_named_like_a_picture_says_what_the_server_found(page: Page, studio: ServedStudio) -> None:
    reason = "essay.jpg is not a picture. For other files, use a room."
    studio.stub.library.uploads.ends = {"status": "failed", "reason": reason}
    await page.goto(f"{studio.url}/studio")
    await choose(page, FilePayload(name="essay.jpg", mimeType="image/jpeg", buffer=b"It was a dark night. " * 99))
    await expect(page.get_by_text("This browser cannot open it.")).to_be_visible()
    await page.get_by_label("Website").check()
    await expect(page.locator(".k-purposes").get_by_role("alert")).to_have_text(reason)
    await expect(page.get_by_text("Your picture has reached the server, which cannot use it.")).to_be_visible()


async def test_a_copy_that_may_not_be_kept_says_so_below_its_button(
    table: Page, studio: ServedStudio, console: Console
) -> None:
    console.expect("status of 409")
    full = "This picture has all the 10 smaller copies it may have. Delete one to keep another."
    await table.get_by_label("Website").check()
    await result_shown(table)
    studio.stub.refuse_keeping(409, "too_many_compressions", full)
    await table.get_by_role("button", name="Keep", exact=True).click()
    await expect(table.locator(".k-studio-actions").get_by_role("alert")).to_have_text(full)
    await expect(table.get_by_role("button", name="Keep", exact=True)).to_be_enabled()
