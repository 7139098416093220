"""Several pictures in the studio: the same recipe for all, one zip in the end, and each one's own trouble."""

import asyncio
import zipfile
from pathlib import Path

from playwright.async_api import Page, expect

from tests.browser.conftest import Console, ServedStudio
from tests.browser.studio_steps import choose, file


async def test_all_are_made_smaller_and_saved_as_one_zip(page: Page, studio: ServedStudio) -> None:
    await page.goto(f"{studio.url}/studio")
    await choose(page, *(file(f"{seed}.jpg", seed=seed) for seed in (1, 2, 3)))
    await expect(page.get_by_role("heading", name="3 pictures")).to_be_visible()
    assert studio.stub.library.asked == []
    await page.get_by_label("Website").check()
    assert studio.stub.recipes == []
    await page.get_by_role("button", name="Make 3 smaller").press("Enter")
    await expect(page.get_by_text("All 3 are smaller")).to_be_visible()
    await expect(page.get_by_role("button", name="Save all 3")).to_be_focused()  # whoever uses keys goes on from there
    async with page.expect_download() as downloading:
        await page.get_by_role("button", name="Save all 3").click()
    download = await downloading.value
    assert download.suggested_filename == "Smaller pictures.zip"
    with zipfile.ZipFile(Path(await download.path())) as archive:
        assert archive.namelist() == ["lake-1600px.webp", "lake-1600px (2).webp", "lake-1600px (3).webp"]
        assert archive.read("lake-1600px.webp")[8:12] == b"WEBP"
    assert studio.stub.recipes == [{"format": "webp", "width": 1600, "height": 1600}] * 3


async def test_one_that_fails_says_why_and_the_others_go_on(page: Page, studio: ServedStudio, console: Console) -> None:
    console.expect("status of 422")
    await page.goto(f"{studio.url}/studio")
    await choose(page, *(file(f"{seed}.jpg", seed=seed) for seed in (1, 2, 3)))
    studio.stub.refuse(422, "target_too_small", "It cannot get under 5 kB.")
    await page.get_by_label("E-mail").check()
    await page.get_by_role("button", name="Make 3 smaller").click()
    await expect(page.get_by_text("2 of 3 are smaller; the others say why not.")).to_be_visible()
    await expect(page.locator(".k-several-row").get_by_role("alert")).to_have_text("It cannot get under 5 kB.")
    await expect(page.get_by_role("button", name="Save all 2")).to_be_visible()
    await page.get_by_role("button", name="Make 1 smaller").click()
    await expect(page.get_by_text("All 3 are smaller")).to_be_visible()
    assert len(studio.stub.library.uploads.ranges) == 3  # nothing was sent twice


async def test_those_that_are_too_wide_are_made_with_fewer_pixels_each_with_its_own(
    page: Page, studio: ServedStudio, console: Console
) -> None:
    console.expect("status of 422")
    await page.goto(f"{studio.url}/studio")
    await choose(page, *(file(f"{seed}.jpg", seed=seed) for seed in (1, 2, 3)))
    for width in (630, 640, 650):
        studio.stub.refuse(422, "target_too_small", "It cannot get under 5 kB.", suggested_width=width)
    await page.get_by_label("Web form").check()
    await page.get_by_role("button", name="Make 3 smaller").click()
    await page.get_by_role("button", name="Try 630 pixels").click()
    await expect(page.get_by_text("1 of 3 are smaller; the others say why not.")).to_be_visible()
    await page.get_by_role("button", name="Make 2 with fewer pixels").click()
    await expect(page.get_by_text("All 3 are smaller")).to_be_visible()
    assert sorted(recipe["width"] for recipe in studio.stub.recipes[3:]) == [630, 640, 650]


async def test_all_are_kept_at_once_and_those_that_cannot_be_say_why(
    page: Page, studio: ServedStudio, console: Console
) -> None:
    console.expect("status of 409")
    await page.goto(f"{studio.url}/studio")
    await choose(page, *(file(f"{seed}.jpg", seed=seed) for seed in (1, 2, 3)))
    await page.get_by_label("Website").check()
    await page.get_by_role("button", name="Make 3 smaller").click()
    studio.stub.refuse_keeping(409, "too_many_compressions", "Delete one to keep another.")
    await page.get_by_role("button", name="Keep all 3").click()
    await expect(page.get_by_text("2 of 3 are kept; the others say why not.")).to_be_visible()
    await expect(page.locator(".k-several-row .k-field-trouble")).to_contain_text(["Delete one to keep another."])
    await page.get_by_role("button", name="Keep 1").click()
    await expect(page.get_by_text("All 3 are kept beside their originals, in your library.")).to_be_visible()
    await expect(page.get_by_text("Kept", exact=True)).to_have_count(3)
    assert [copy["recipe"] for copy in studio.stub.kept] == [{"format": "webp", "width": 1600, "height": 1600}] * 3


async def test_it_can_be_stopped_and_gone_on_with(page: Page, studio: ServedStudio) -> None:
    studio.stub.gate = asyncio.Event()
    await page.goto(f"{studio.url}/studio")
    await choose(page, *(file(f"{seed}.jpg", seed=seed) for seed in (1, 2, 3)))
    await page.get_by_label("Messenger").check()
    await page.get_by_role("button", name="Make 3 smaller").click()
    await expect(page.get_by_text("making it smaller").first).to_be_visible()
    await page.get_by_role("button", name="Stop").click()
    studio.stub.gate.set()
    await page.get_by_role("button", name="Make 3 smaller").click()
    await expect(page.get_by_text("All 3 are smaller")).to_be_visible()


async def test_one_can_be_taken_off_the_list_and_others_added(page: Page, studio: ServedStudio) -> None:
    await page.goto(f"{studio.url}/studio")
    await choose(page, file("a.jpg", seed=1), file("b.jpg", seed=2))
    await page.get_by_role("button", name="Take a.jpg off the list").click()
    await expect(page.get_by_role("heading", name="1 picture", exact=True)).to_be_visible()
    await choose(page, file("c.jpg", seed=3), button="Add more")
    await expect(page.locator(".k-several-name")).to_have_text(["b.jpg", "c.jpg"])
    await page.get_by_role("button", name="Start over").click()
    await expect(page.get_by_role("heading", name="Make a picture smaller.")).to_be_visible()
