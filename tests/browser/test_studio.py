"""The studio on the whole program: from a file on this device to the smaller copy on it and beside the original."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import FilePayload, Page, Request, expect

from tests.browser.conftest import Console, OpenPage, Server
from tests.browser.residents import Resident, add_picture, move_in
from tests.browser.studio_steps import MADE, choose, file, open_more, open_studio, quality, result_shown
from tests.painted import photograph


@pytest.fixture
async def mara(server: Server) -> AsyncIterator[Resident]:
    who = await move_in(server, "Mara")
    yield who
    await who.close()


@pytest.fixture
async def page(open_page: OpenPage, server: Server, mara: Resident) -> Page:
    """Her studio with nothing on the table."""
    page = await open_page(viewport={"width": 1280, "height": 800})
    await open_studio(page, server, mara)
    return page


async def test_d43_from_a_file_to_a_kept_and_a_downloaded_copy(page: Page, mara: Resident) -> None:
    asked = _requests(page)
    await choose(page, file(width=2400, height=1600))
    await expect(page.locator(".k-stage-original img")).to_be_visible()
    await expect(page.locator(".k-studio-head")).to_contain_text("2400 × 1600")
    await expect(page.get_by_text("Nothing has left this device yet.")).to_be_visible()
    assert asked == []

    await open_more(page)
    await quality(page).fill("60")
    await result_shown(page)
    assert [one for one in asked if one.startswith("PUT ")] != []
    await expect(page.locator(".k-figure--result")).to_contain_text("2400 × 1600")
    await expect(page.locator(".k-figure--result")).to_contain_text("−")

    line = page.get_by_label("Compare")
    await line.focus()
    before = await page.locator(".k-stage-line").bounding_box()
    for _ in range(10):
        await line.press("ArrowRight")
    await expect(line).to_have_attribute("aria-valuetext", "original 60 percent")
    after = await page.locator(".k-stage-line").bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] > before["x"] + 30

    async with page.expect_download() as downloading:
        await page.get_by_role("link", name="Download", exact=True).click()
    download = await downloading.value
    saved = Path(await download.path()).read_bytes()  # noqa: ASYNC240  # some kB
    assert download.suggested_filename == "lake-2400px.jpg"

    await page.get_by_role("button", name="Keep", exact=True).click()
    await expect(page.get_by_role("button", name="Kept")).to_be_disabled(timeout=MADE)
    await expect(page.get_by_text("Kept, with its original, in your library.")).to_be_visible()
    await expect(page.get_by_text("Your original stays exactly as it is.")).to_be_visible()
    [picture] = (await mara.api.get("/media")).json()["items"]
    [copy] = (await mara.api.get(f"/media/{picture['id']}/compressions")).json()["items"]
    assert copy["recipe"]["quality"] == 60
    again = await mara.api.post(f"/media/{picture['id']}/compress", json={"quality": 60})
    assert again.content == saved
    assert len(saved) == copy["bytes"]


async def test_a87_fifty_moves_of_the_slider_send_the_file_once_and_keep_nothing(page: Page, mara: Resident) -> None:
    asked = _requests(page)
    await page.evaluate(_COUNT_COPIES)
    await choose(page, file())
    await open_more(page)
    for value in range(50):
        await quality(page).fill(str(40 + value))
    await result_shown(page)
    await expect(page.locator(".k-more-head")).to_contain_text("quality 89")
    await expect(page.locator(".k-stage-tool").first).to_be_visible()
    assert sum(one.startswith("PUT ") for one in asked) == 1
    assert sum(one.endswith("/complete") for one in asked) == 1
    assert not any(one.endswith("/compressions") and one.startswith("POST ") for one in asked)
    copies = await page.evaluate("() => window.copies")
    assert copies["most"] == 1
    assert copies["all"] <= 50
    assert (await mara.api.get("/media")).json()["items"] == []  # it is a draft


async def test_a_picture_of_the_library_is_not_sent_again(page: Page, server: Server, mara: Resident) -> None:
    original = photograph(width=1200, height=900, seed=4)
    id = await add_picture(mara, original, "hut.jpg")
    asked = _requests(page)
    await page.goto(f"{server.url}/studio?media={id}")
    await page.get_by_label("Website").check()
    await result_shown(page)
    await expect(page.locator(".k-figure--result")).to_contain_text("1200 × 900")  # never enlarged
    assert [one for one in asked if one.startswith("PUT ")] == []
    await page.get_by_role("button", name="Keep", exact=True).click()
    row = page.locator(".k-kept-row")
    await expect(row).to_contain_text("1200 × 900 · WebP", timeout=MADE)
    async with page.expect_download() as downloading:
        await row.get_by_role("link", name="Download this copy").click()
    assert (await downloading.value).suggested_filename.endswith(".webp")
    async with page.expect_download() as downloading:
        await page.get_by_role("link", name="Download original").click()
    assert Path(await (await downloading.value).path()).read_bytes() == original  # noqa: ASYNC240  # some kB


async def test_a_picture_is_deleted_in_the_studio_unless_it_is_undone(
    page: Page, server: Server, mara: Resident
) -> None:
    id = await add_picture(mara, photograph(seed=10), "hut.jpg")
    await page.goto(f"{server.url}/studio?media={id}")
    delete = page.locator(".k-studio-common").get_by_role("button", name="Delete")
    await delete.click()
    await expect(page.get_by_role("button", name="Choose a picture")).to_be_focused()
    await page.get_by_role("button", name="Undo").click()
    await expect(page.locator(".k-studio-head")).to_contain_text("hut.jpg")
    await expect(page).to_have_url(f"{server.url}/studio?media={id}")
    await delete.click()
    await page.goto(f"{server.url}/help")
    gone = "async () => (await (await fetch('/api/v1/media')).json()).items.length === 0"
    await page.wait_for_function(gone, polling=100)


async def test_a_file_that_the_library_has_is_not_sent_again_either(page: Page, mara: Resident) -> None:
    known = photograph(width=1200, height=900, seed=5)
    await add_picture(mara, known, "hut.jpg")
    asked = _requests(page)
    await choose(page, {"name": "the same.jpg", "mimeType": "image/jpeg", "buffer": known})
    await page.get_by_label("Messenger").check()
    await result_shown(page)
    assert [one for one in asked if one.startswith("PUT ")] == []
    assert len((await mara.api.get("/media")).json()["items"]) == 1


async def test_a_kept_copy_is_deleted_unless_it_is_undone(page: Page, server: Server, mara: Resident) -> None:
    id = await add_picture(mara, photograph(seed=6), "hut.jpg")
    assert (await mara.api.post(f"/media/{id}/compressions", json={"width": 200})).status_code == 201
    await page.goto(f"{server.url}/studio?media={id}")
    row = page.locator(".k-kept-row")
    await row.get_by_role("button", name="Delete this copy").click()
    await expect(row).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(row).to_have_count(1)
    await row.get_by_role("button", name="Delete this copy").click()
    await page.goto(f"{server.url}/help")
    gone = f"async () => (await (await fetch('/api/v1/media/{id}/compressions')).json()).items.length === 0"
    await page.wait_for_function(gone, polling=100)


async def test_every_picture_offers_to_be_made_smaller(page: Page, server: Server, mara: Resident) -> None:
    ids = [await add_picture(mara, photograph(seed=seed), f"{seed}.jpg") for seed in (7, 8)]
    await page.goto(f"{server.url}/m/{ids[0]}")
    await page.locator(".k-viewer").get_by_role("link", name="Make smaller").click()
    await expect(page).to_have_url(f"{server.url}/studio?media={ids[0]}")
    await expect(page.locator(".k-studio-head")).to_contain_text("7.jpg")
    await page.goto(f"{server.url}/library")
    await expect(page.locator(".k-tile img.k-loaded")).to_have_count(2)
    await page.keyboard.press("Control+a")
    await page.locator(".k-choosing").get_by_role("link", name="Make smaller").click()
    await expect(page.get_by_role("heading", name="2 pictures")).to_be_visible()


async def test_the_plus_leads_to_the_studio_and_there_chooses(page: Page, server: Server) -> None:
    await page.goto(f"{server.url}/library")
    await page.get_by_role("button", name="Add", exact=True).first.click()
    await page.get_by_role("button", name="Make a picture smaller").click()
    await expect(page).to_have_url(f"{server.url}/studio")
    await page.get_by_role("button", name="Add", exact=True).first.click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="Make a picture smaller").click()
    await (await chooser.value).set_files([file()])
    await expect(page.locator(".k-stage-original img")).to_be_visible()


async def test_pictures_of_others_are_not_found(page: Page, server: Server, console: Console) -> None:
    other = await move_in(server, "Ben")
    id = await add_picture(other, photograph(seed=9))
    await other.close()
    console.expect("status of 404")
    await page.goto(f"{server.url}/studio?media={id}")
    await expect(page.get_by_role("heading", name="Nothing here.")).to_be_visible()


async def test_a_kind_the_browser_does_not_show_says_so_and_is_seen_once_it_is_sent(page: Page) -> None:
    heic = FilePayload(name="IMG_1.heic", mimeType="image/heic", buffer=photograph(content_type="image/heic"))
    await choose(page, heic)
    await expect(page.get_by_text("This browser does not show HEIC.")).to_be_visible()
    await page.get_by_label("Website").check()
    await result_shown(page)
    await expect(page.get_by_text("This browser does not show HEIC.")).to_be_hidden()
    await expect(page.locator(".k-stage-original img")).to_be_visible()


def _requests(page: Page) -> list[str]:
    """Every request from now on as `METHOD path`, except the page's own files and what never leaves the browser."""
    asked: list[str] = []

    def heard(request: Request) -> None:
        if not request.url.startswith(("blob:", "data:")) and "/assets/" not in request.url:
            asked.append(f"{request.method} {request.url.split('?')[0]}")

    page.on("request", heard)
    return asked


_COUNT_COPIES = """() => {
  window.copies = { now: 0, most: 0, all: 0 };
  const own = window.fetch;
  window.fetch = async (address, ...more) => {
    if (!String(address).endsWith("/compress")) return own(address, ...more);
    copies.all += 1;
    copies.now += 1;
    copies.most = Math.max(copies.most, copies.now);
    try { return await own(address, ...more); } finally { copies.now -= 1; }
  };
}"""
