"""The viewer as one uses it: opened from a tile or by its address, left again, and what its keys do."""

import re

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, ServedLibrary
from tests.browser.stub_library import media

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def few(library: ServedLibrary) -> ServedLibrary:
    library.stub.items = [media(number) for number in range(6, 0, -1)]
    return library


async def test_a_tile_opens_its_picture_and_back_closes_it(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 5)
    await expect(viewer.get_by_role("heading", name="IMG_0005.jpg")).to_be_visible()
    await expect(page).to_have_url(f"{few.url}/m/{media(5)['id']}")
    await page.go_back()
    await expect(viewer).to_be_hidden()
    await expect(page).to_have_url(f"{few.url}/library")


async def test_esc_leads_back_to_the_very_tile(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 5)
    await page.keyboard.press("ArrowRight")
    await expect(viewer.get_by_role("heading", name="IMG_0004.jpg")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(viewer).to_be_hidden()
    await expect(page.locator(f"[data-id='{media(4)['id']}'] > a")).to_be_focused()
    await expect(page).to_have_url(f"{few.url}/library")


async def test_the_tile_of_a_picture_far_from_the_first_is_in_sight_again(page: Page, library: ServedLibrary) -> None:
    library.stub.items = [media(number) for number in range(60, 0, -1)]
    await _open(page, library, 60)
    for number in range(59, 29, -1):
        await page.keyboard.press("ArrowRight")
        await expect(page).to_have_url(f"{library.url}/m/{media(number)['id']}")
    await page.keyboard.press("Escape")
    tile = page.locator(f"[data-id='{media(30)['id']}'] > a")
    await expect(tile).to_be_focused()
    await page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    await expect(tile).to_be_in_viewport(ratio=1)
    assert await page.evaluate("() => history.scrollRestoration") == "auto"


async def test_the_address_of_a_picture_opens_it_and_survives_a_reload(page: Page, few: ServedLibrary) -> None:
    await page.goto(f"{few.url}/m/{media(3)['id']}")
    viewer = page.locator(".k-viewer")
    await expect(viewer.get_by_role("heading", name="IMG_0003.jpg")).to_be_visible()
    await page.keyboard.press("ArrowLeft")
    await expect(page).to_have_url(f"{few.url}/m/{media(4)['id']}")
    await page.reload()
    await expect(viewer.get_by_role("heading", name="IMG_0004.jpg")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page).to_have_url(f"{few.url}/library")
    await expect(page.locator(".k-tile")).to_have_count(6)


async def test_forward_opens_what_back_closed(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 5)
    await page.go_back()
    await expect(viewer).to_be_hidden()
    await page.go_forward()
    await expect(viewer.get_by_role("heading", name="IMG_0005.jpg")).to_be_visible()


async def test_a_search_is_still_there_after_looking_at_a_picture(page: Page, few: ServedLibrary) -> None:
    await page.goto(f"{few.url}/library?q=0003")
    await page.locator(".k-tile").click()
    await expect(page.locator(".k-viewer")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page).to_have_url(f"{few.url}/library?q=0003")


async def test_the_picture_stands_whole_and_is_never_enlarged(page: Page, few: ServedLibrary) -> None:
    few.stub.items.insert(0, media(7, width=400, height=300))
    viewer = await _open(page, few, 7)
    box = await viewer.locator("img").bounding_box()
    assert box is not None
    assert (round(box["width"]), round(box["height"])) == (400, 300)
    await page.keyboard.press("ArrowRight")
    await expect(viewer.get_by_role("heading", name="IMG_0006.jpg")).to_be_visible()
    box = await viewer.locator("img").bounding_box()
    assert box is not None
    assert box["width"] <= 1280
    assert box["height"] <= 800
    assert box["width"] / box["height"] == pytest.approx(1600 / 1067, rel=0.01)


async def test_the_first_and_the_last_have_no_neighbour_beyond(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 6)
    await expect(viewer.get_by_role("button", name="Previous picture")).to_be_hidden()
    await page.keyboard.press("ArrowLeft")
    await expect(viewer.get_by_role("heading", name="IMG_0006.jpg")).to_be_visible()
    await viewer.get_by_role("button", name="Next picture").click()
    await expect(viewer.get_by_role("heading", name="IMG_0005.jpg")).to_be_visible()


async def test_next_fetches_the_page_that_holds_it(page: Page, library: ServedLibrary) -> None:
    library.stub.items = [media(number) for number in range(40, 0, -1)]
    library.stub.inline = 5
    await page.route("**/api/v1/media?*", lambda route: route.continue_())
    await page.goto(f"{library.url}/m/{media(36)['id']}")
    viewer = page.locator(".k-viewer")
    await expect(viewer.get_by_role("heading", name="IMG_0036.jpg")).to_be_visible()
    await page.keyboard.press("ArrowRight")
    await expect(viewer.get_by_role("heading", name="IMG_0035.jpg")).to_be_visible()


async def test_neighbours_are_fetched_ahead(page: Page, few: ServedLibrary) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await _open(page, few, 5)
    await expect(page.locator(".k-viewer img")).to_be_visible()
    large = re.compile(f"/media/{media(4)['id']}/(640|1280)x")
    await page.wait_for_function("() => performance.getEntriesByType('resource').length > 10")
    assert any(large.search(url) for url in asked)


async def test_b_changes_the_ground_black_grey_white(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 5)
    for colour in ("rgb(22, 22, 22)", "rgb(119, 119, 119)", "rgb(255, 255, 255)", "rgb(22, 22, 22)"):
        await expect(viewer).to_have_css("background-color", colour)
        await page.keyboard.press("b")


async def test_controls_leave_after_a_moment_and_come_back_with_a_key(page: Page, few: ServedLibrary) -> None:
    await page.clock.install()
    viewer = await _open(page, few, 5)
    await page.mouse.move(500, 400)
    top = viewer.locator(".k-viewer-top")
    await page.clock.run_for(1_500)
    await expect(top).to_have_css("opacity", "1")
    await page.clock.run_for(2_000)
    await expect(top).to_have_css("opacity", "0")
    await page.keyboard.press("Shift")
    await expect(top).to_have_css("opacity", "1")


async def test_question_mark_lists_the_keys_and_esc_closes_only_the_list(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 5)
    await page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    await expect(keys).to_contain_text("Black, grey or white ground")
    await page.keyboard.press("Escape")
    await expect(keys).to_have_count(0)
    await expect(viewer).to_be_visible()


async def test_deleting_shows_the_next_and_the_way_back_outlives_the_viewer(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 5)
    await page.keyboard.press("Delete")
    await expect(viewer.get_by_role("heading", name="IMG_0004.jpg")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(viewer).to_be_hidden()
    await page.get_by_role("button", name="Undo").click()
    await expect(page.locator(".k-tile")).to_have_count(6)


async def test_deleting_the_only_picture_leads_back_to_the_empty_library(page: Page, library: ServedLibrary) -> None:
    library.stub.items = [media(1)]
    viewer = await _open(page, library, 1)
    await viewer.get_by_role("button", name="Delete").click()
    await expect(viewer).to_be_hidden()
    await expect(page.get_by_role("heading", name="Nothing here yet.")).to_be_visible()


async def test_the_focus_stays_inside(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 5)
    for _ in range(12):
        await page.keyboard.press("Tab")
        outside = "() => document.activeElement !== document.body && !document.activeElement.closest('.k-viewer')"
        assert not await page.evaluate(outside)
    await expect(viewer).to_be_visible()


async def test_the_tile_grows_unless_one_wants_no_motion(open_page: OpenPage, few: ServedLibrary) -> None:
    count = "() => window.grown"
    watch = "window.grown = 0; const own = Element.prototype.animate;"
    watch += "Element.prototype.animate = function (...given) { window.grown += 1; return own.apply(this, given); };"
    for motion, grown in (("no-preference", 1), ("reduce", 0)):
        page = await open_page(viewport={"width": 1280, "height": 800}, reduced_motion=motion)
        await page.add_init_script(watch)
        await _open(page, few, 5)
        assert await page.evaluate(count) == grown


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_nothing_stands_in_the_way_of_assistive_tools(
    open_page: OpenPage, few: ServedLibrary, scheme: str
) -> None:
    few.stub.items[2] = media(
        4, status="failed", reason="It stops in the middle.", renditions=[], width=None, height=None
    )
    page = await open_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    viewer = await _open(page, few, 5)
    await page.keyboard.press("i")
    await expect(viewer.get_by_label("Name")).to_be_visible()
    await _no_grave_barriers(page)
    await page.keyboard.press("ArrowRight")
    await _no_grave_barriers(page)
    await page.keyboard.press("Escape")
    await expect(viewer).to_be_hidden()
    await _no_grave_barriers(page)


async def _no_grave_barriers(page: Page) -> None:
    found = await Axe().run(page)
    grave = [one for one in found.response["violations"] if one["impact"] in {"critical", "serious"}]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in grave] == []


async def _open(page: Page, served: ServedLibrary, number: int) -> Locator:
    await page.goto(f"{served.url}/library")
    await page.locator(f"[data-id='{media(number)['id']}']").click()
    viewer = page.locator(".k-viewer")
    await expect(viewer).to_be_visible()
    await page.evaluate("() => Promise.allSettled(document.getAnimations().map((one) => one.finished))")
    return viewer
