"""Many originals as one download of the browser's own, on the whole program."""

import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Console, OpenPage, Server
from tests.browser.residents import RESIDENT_PASSWORD, Resident, add_picture, move_in
from tests.painted import photograph


@pytest.fixture
async def mara(server: Server) -> AsyncIterator[Resident]:
    """Somebody with three pictures, two of the same name."""
    who = await move_in(server, "Mara")
    for seed, name in ((1, "IMG_1.jpg"), (2, "IMG_1.jpg"), (3, "Grüße.jpg")):
        await add_picture(who, photograph(seed=seed), name)
    yield who
    await who.close()


@pytest.fixture
async def page(open_page: OpenPage, server: Server, mara: Resident) -> Page:
    """Her library."""
    page = await open_page(viewport={"width": 1280, "height": 800})
    await page.goto(f"{server.url}/sign-in?next=/library")
    await page.get_by_label("Name or e-mail").fill(mara.handle)
    await page.get_by_label("Password", exact=True).fill(RESIDENT_PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.locator(".k-tile img.k-loaded")).to_have_count(3)
    return page


async def test_c22_what_was_chosen_comes_in_one_zip_byte_for_byte(page: Page) -> None:
    await page.keyboard.press("Control+a")
    async with page.expect_download() as downloading:
        await page.get_by_role("button", name="Download originals").click()
    download = await downloading.value
    assert download.suggested_filename.startswith("pictures 20")
    assert download.suggested_filename.endswith(".zip")
    with zipfile.ZipFile(Path(await download.path())) as archive:
        assert sorted(archive.namelist()) == ["Grüße.jpg", "IMG_1 (2).jpg", "IMG_1.jpg"]
        originals = {archive.read(one) for one in archive.namelist()}
    assert originals == {photograph(seed=seed) for seed in (1, 2, 3)}
    await expect(page.locator(".k-choosing")).to_contain_text("3 chosen")  # the page is where it was


async def test_what_vanished_is_named_and_the_others_stay_chosen(page: Page, console: Console, mara: Resident) -> None:
    console.expect("status of 404|X-Frame-Options|frame-ancestors")
    await page.keyboard.press("Control+a")
    await expect(page.locator(".k-choosing")).to_contain_text("3 chosen")
    await page.evaluate("() => window.socket.disconnect()")  # nothing tells this page of the deletion
    found = (await mara.api.get("/media?q=Gr")).json()["items"]
    assert (await mara.api.delete(f"/media/{found[0]['id']}")).status_code == 204
    await page.get_by_role("button", name="Download originals").click()
    said = "Grüße.jpg is not in your library any more. Download again to get the other 2."
    await expect(page.get_by_text(said)).to_be_visible()
    await expect(page.locator(".k-choosing")).to_contain_text("2 chosen")
    await expect(page.locator(".k-tile")).to_have_count(2)
    async with page.expect_download():
        await page.get_by_role("button", name="Download originals").click()


async def test_a_download_that_is_refused_for_another_reason_says_so(page: Page, console: Console) -> None:
    console.expect("status of 401|X-Frame-Options|frame-ancestors")
    await page.keyboard.press("Control+a")
    await page.context.clear_cookies()
    await page.get_by_role("button", name="Download originals").click()
    await expect(page.get_by_text("These originals could not be downloaded.")).to_be_visible()
    await expect(page.locator(".k-choosing")).to_contain_text("3 chosen")
