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
    await page.get_by_role("button", name="Make 3 smaller").click()
    await expect(page.get_by_text("All 3 are smaller")).to_be_visible()
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
    await expect(page.locator(".k-several-row .k-alarm")).to_have_text("It cannot get under 5 kB.")
    await expect(page.get_by_role("button", name="Save all 2")).to_be_visible()
    await page.get_by_role("button", name="Make 1 smaller").click()
    await expect(page.get_by_text("All 3 are smaller")).to_be_visible()
    assert len(studio.stub.library.uploads.ranges) == 3  # nothing was sent twice


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
