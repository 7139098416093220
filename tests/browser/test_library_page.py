"""The library on the whole program: a person's first pictures, from the file to the page and back to the file."""

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import FilePayload, Page, expect

from tests.browser.conftest import Console, OpenPage, Server
from tests.browser.residents import RESIDENT_PASSWORD, move_in
from tests.painted import photograph

PAGE_BYTES = 500_000
BUILT_IN = 30_000  # ms a slow machine may take from a file to its tile


@pytest.fixture
async def mine(open_page: OpenPage, server: Server) -> AsyncIterator[Page]:
    """The library of somebody who has just joined."""
    who = await move_in(server, "Mara")
    page = await open_page(viewport={"width": 1280, "height": 800})
    await page.goto(f"{server.url}/sign-in?next=/library")
    await page.get_by_label("Name or e-mail").fill(who.handle)
    await page.get_by_label("Password", exact=True).fill(RESIDENT_PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("heading", name="Nothing here yet.")).to_be_visible()
    yield page
    await who.close()


async def test_a_chosen_picture_becomes_a_tile_and_comes_back_byte_for_byte(mine: Page) -> None:
    original = photograph(width=900, height=600, seed=5)
    await _add(mine, _file("lake.jpg", original))
    await mine.get_by_role("link", name="lake.jpg").click()
    await expect(mine.get_by_role("heading", name="lake.jpg")).to_be_visible()
    async with mine.expect_download() as download:
        await mine.get_by_role("link", name="Download original").click()
    saved = Path(await (await download.value).path()).read_bytes()  # noqa: ASYNC240  # a few kB
    assert hashlib.sha256(saved).digest() == hashlib.sha256(original).digest()
    assert (await download.value).suggested_filename == "lake.jpg"


async def test_what_is_written_in_the_viewer_is_still_there_after_a_reload(mine: Page) -> None:
    await _add(mine, _file("lake.jpg", photograph(seed=6)))
    await mine.get_by_role("link", name="lake.jpg").click()
    await mine.keyboard.press("i")
    await mine.get_by_label("What the picture shows").fill("A lake in November")
    await mine.locator(".k-viewer").get_by_label("Name").fill("Bohinj")
    await mine.keyboard.press("Enter")
    await expect(mine.get_by_role("heading", name="Bohinj")).to_be_visible()
    await mine.reload()
    await expect(mine.get_by_role("heading", name="Bohinj")).to_be_visible()
    await expect(mine.locator(".k-viewer img")).to_have_attribute("alt", "A lake in November")


async def test_a_file_that_only_says_it_is_a_picture_tells_why_it_failed(mine: Page) -> None:
    await _choose(mine, [_file("essay.jpg", b"It was a dark and stormy night. " * 50)])
    tile = mine.get_by_role("link", name="essay.jpg Could not be read")
    await expect(tile).to_be_visible(timeout=BUILT_IN)
    await tile.click()
    await expect(mine.get_by_role("button", name="Try again")).to_be_visible()
    await expect(mine.locator(".k-viewer-message")).to_contain_text("essay.jpg")
    await mine.keyboard.press("Delete")
    await expect(mine.get_by_role("heading", name="Nothing here yet.")).to_be_visible()


async def test_the_same_picture_is_not_taken_twice(mine: Page) -> None:
    lake = _file("lake.jpg", photograph(seed=7))
    await _add(mine, lake)
    await _choose(mine, [lake])
    await expect(mine.get_by_text("Already in your library.").first).to_be_visible()
    await expect(mine.locator(".k-tile")).to_have_count(1)


async def test_deleting_can_be_undone_and_leaving_makes_it_so(mine: Page, server: Server) -> None:
    await _add(mine, _file("lake.jpg", photograph(seed=8)))
    await mine.get_by_role("link", name="lake.jpg").click()
    await mine.get_by_role("button", name="Delete").click()
    await mine.get_by_role("button", name="Undo").click()
    await expect(mine.locator(".k-viewer")).to_be_hidden()
    await mine.get_by_role("link", name="lake.jpg").click()
    await mine.get_by_role("button", name="Delete").click()
    await expect(mine.get_by_text("Deleted.")).to_be_visible()
    await expect(mine.locator(".k-viewer")).to_be_hidden()
    await mine.goto(f"{server.url}/help")
    none_left = "async () => (await (await fetch('/api/v1/media')).json()).items.length === 0"
    await mine.wait_for_function(none_left, polling=100)
    await mine.go_back()
    await expect(mine.get_by_role("heading", name="Nothing here yet.")).to_be_visible()


async def test_what_happens_elsewhere_shows_on_the_open_page(mine: Page) -> None:
    other = await mine.context.new_page()
    await other.goto(mine.url)
    await _add(other, _file("elsewhere.jpg", photograph(seed=9)))
    await expect(mine.get_by_role("link", name="elsewhere.jpg")).to_be_visible(timeout=BUILT_IN)


async def test_pictures_of_anothers_are_not_found_by_their_address(mine: Page, console: Console) -> None:
    console.expect("status of 404")
    await mine.goto(mine.url.replace("/library", "/m/0192f000-0000-7000-8000-000000000001"))
    await expect(mine.get_by_role("heading", name="Nothing here.")).to_be_visible()


async def test_the_page_weighs_at_most_half_a_megabyte_without_its_pictures(mine: Page) -> None:
    session = await mine.context.new_cdp_session(mine)
    await session.send("Network.enable")
    await session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    weights: list[float] = []
    session.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    await mine.reload(wait_until="networkidle")
    await expect(mine.get_by_role("heading", name="Nothing here yet.")).to_be_visible()
    assert len(weights) > 20
    assert sum(weights) < PAGE_BYTES


async def test_no_request_leaves_for_another_host(mine: Page, server: Server) -> None:
    asked: list[str] = []
    mine.on("request", lambda request: asked.append(request.url))
    await mine.reload(wait_until="networkidle")
    assert asked
    assert [url for url in asked if not url.startswith((server.url, "blob:", "data:"))] == []


async def test_a79_nothing_stands_in_the_way_of_assistive_tools(mine: Page) -> None:
    await _no_grave_barriers(mine)
    await _add(mine, _file("lake.jpg", photograph(seed=11)))
    await _no_grave_barriers(mine)


async def _no_grave_barriers(page: Page) -> None:
    """By light and in the dark, on a desk and in a hand."""
    for width in (1280, 320):
        await page.set_viewport_size({"width": width, "height": 800})
        await page.wait_for_function("(width) => document.documentElement.scrollWidth <= width", arg=width)
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = await Axe().run(page)
            grave = [one for one in found.response["violations"] if one["impact"] in {"critical", "serious"}]
            assert [(scheme, width, one["id"], [node["html"] for node in one["nodes"]]) for one in grave] == []


def _file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


async def _choose(page: Page, files: list[FilePayload]) -> None:
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="Add", exact=True).first.click()
        await page.get_by_role("button", name="Add pictures").click()
    await (await chooser.value).set_files(files)


async def _add(page: Page, file: FilePayload) -> None:
    """Add one picture and wait until its tile shows it."""
    await expect(page.locator(".k-library")).to_be_visible()
    await _choose(page, [file])
    await expect(page.locator(f".k-tile img[alt='{file['name']}'].k-loaded")).to_be_visible(timeout=BUILT_IN)
