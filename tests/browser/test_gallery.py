"""The gallery as one uses it: rows that come as one scrolls, keys, facts, search, and what an empty one says."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Console, OpenPage, ServedLibrary
from tests.browser.stub_library import media


@pytest.fixture
def many(library: ServedLibrary) -> ServedLibrary:
    library.stub.items = [media(number) for number in range(250, 0, -1)]
    return library


@pytest.fixture
def few(library: ServedLibrary) -> ServedLibrary:
    library.stub.items = [media(number) for number in range(6, 0, -1)]
    return library


async def test_ten_thousand_pictures_need_few_elements(page: Page, library: ServedLibrary) -> None:
    library.stub.items = [media(number) for number in range(10_000, 0, -1)]
    library.stub.inline = 10_000
    await page.goto(f"{library.url}/library")
    await expect(page.locator(".k-tile").first).to_be_visible()
    for part in (0, 0.3, 0.7, 1):
        await page.evaluate("(part) => window.scrollTo(0, document.documentElement.scrollHeight * part)", part)
        await page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert 10 < await page.locator(".k-tile").count() < 150
        assert await _tiles_in_view(page) > 0
    await expect(page.locator(".k-tile").last).to_have_attribute("data-id", media(1)["id"])


async def test_further_pages_come_while_one_scrolls_each_picture_once(page: Page, many: ServedLibrary) -> None:
    await _open(page, many)
    seen: list[str] = []
    for _ in range(300):
        await page.keyboard.press("PageDown")
        await page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        seen += await page.locator(".k-tile").evaluate_all("(tiles) => tiles.map((tile) => tile.dataset.id)")
        if media(1)["id"] in seen:
            break
    assert sorted(set(seen)) == sorted(one["id"] for one in many.stub.items)
    # One that is passed by before it comes is dropped, and asked for again when it is near once more.
    assert many.stub.calls("GET", "/media") in (2, 3)


async def test_a_place_is_held_before_a_picture_comes_so_that_nothing_shifts(
    page: Page, few: ServedLibrary, console: Console
) -> None:
    console.expect("ERR_FAILED")
    await page.route("**/media/**", lambda route: route.abort())
    await page.route("**/api/**", lambda route: route.abort())
    few.stub.items = [media(number) for number in range(6, 0, -1)]
    before = await _boxes(page, few)
    await page.unroute_all()
    after = await _boxes(page, few)
    assert before == after
    assert await page.locator(".k-tile-placeholder").count() == 6


async def test_what_flies_by_stands_as_placeholders_and_its_pictures_come_where_one_stops(
    page: Page, library: ServedLibrary
) -> None:
    library.stub.items = [media(number) for number in range(2_000, 0, -1)]
    library.stub.inline = 2_000
    await _open(page, library)
    flown = await page.evaluate(
        """async () => {
          const before = new Set([...document.querySelectorAll(".k-tile")].map((one) => one.dataset.id));
          for (let frame = 0; frame < 12; frame++) {
            window.scrollBy({ top: 900, behavior: "instant" });
            await new Promise(requestAnimationFrame);
          }
          const now = [...document.querySelectorAll(".k-tile")].filter((one) => !before.has(one.dataset.id));
          const having = (what) => now.filter((one) => one.querySelector(what)).length;
          return { tiles: now.length, placeholders: having(".k-tile-placeholder"), pictures: having("img") };
        }"""
    )
    assert flown["tiles"] == flown["placeholders"] > 10
    assert flown["pictures"] == 0
    await expect(page.locator(".k-tile:not(:has(img.k-loaded))")).to_have_count(0)


async def test_the_browser_chooses_a_size_that_fits_the_tile(page: Page, few: ServedLibrary) -> None:
    await _open(page, few)
    image = page.locator(".k-tile img").first
    await expect(image).to_have_class(re.compile("k-loaded"))
    assert "/320x" in await image.evaluate("(one) => one.currentSrc")
    assert await image.get_attribute("alt") == "IMG_0006.jpg"


async def test_tiles_are_links_that_say_their_name(page: Page, few: ServedLibrary) -> None:
    await _open(page, few)
    first = page.get_by_role("link", name="IMG_0006.jpg")
    await expect(first).to_have_attribute("href", f"/m/{media(6)['id']}")


async def test_facts_appear_under_a_tile_and_only_then(page: Page, few: ServedLibrary) -> None:
    await _open(page, few)
    facts = page.locator(".k-tile-facts").first
    await expect(facts).to_have_css("opacity", "0")
    await page.locator(".k-tile").first.hover()
    await expect(facts).to_have_css("opacity", "1")
    await expect(facts).to_contain_text("IMG_0006.jpg")
    await expect(facts).to_contain_text("1600 × 1067 · 1 MB")


async def test_the_facts_of_a_narrow_picture_stay_on_their_ground(page: Page, library: ServedLibrary) -> None:
    library.stub.items = [media(1, width=900, height=2400)]
    await _open(page, library)
    await page.locator(".k-tile").hover()
    overflow = "(facts) => facts.scrollWidth - facts.clientWidth"
    assert await page.locator(".k-tile-facts").evaluate(overflow) == 0


async def test_arrow_keys_move_among_the_pictures_and_tab_leaves_them(page: Page, many: ServedLibrary) -> None:
    await _open(page, many)
    await page.get_by_role("button", name="Sort by").focus()
    await page.keyboard.press("Tab")
    await expect(_link(page, 250)).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await expect(_link(page, 249)).to_be_focused()
    await page.keyboard.press("End")
    await expect(_link(page, 1)).to_be_focused()
    await page.keyboard.press("Home")
    await expect(_link(page, 250)).to_be_focused()
    await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("button", name="Sort by")).to_be_focused()


async def test_the_focus_survives_scrolling_far_away(page: Page, many: ServedLibrary) -> None:
    await _open(page, many)
    await _link(page, 248).focus()
    await page.mouse.wheel(0, 6000)
    await expect(_link(page, 250)).to_have_count(0)
    await expect(_link(page, 248)).to_be_focused()


async def test_searching_asks_the_server_and_stands_in_the_address(page: Page, many: ServedLibrary) -> None:
    await _open(page, many)
    await page.get_by_role("searchbox").fill("0123")
    await expect(page.locator(".k-tile")).to_have_count(1)
    await expect(page).to_have_url(f"{many.url}/library?q=0123")
    await page.reload()
    await expect(page.locator(".k-tile")).to_have_count(1)
    await expect(page.get_by_role("searchbox")).to_have_value("0123")


async def test_a_search_without_a_find_says_so_and_can_be_cleared(page: Page, few: ServedLibrary) -> None:
    await page.goto(f"{few.url}/library?q=ljubljna")
    await expect(page.get_by_role("heading", name="No picture fits.")).to_be_visible()
    await expect(page.get_by_text("“ljubljna”")).to_be_visible()
    await page.get_by_role("button", name="Clear the filter").click()
    await expect(page.locator(".k-tile")).to_have_count(6)
    await expect(page).to_have_url(f"{few.url}/library")


async def test_an_empty_library_says_what_to_do(page: Page, library: ServedLibrary) -> None:
    await page.goto(f"{library.url}/library")
    await expect(page.get_by_role("heading", name="Nothing here yet.")).to_be_visible()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="Choose pictures").click()
    picker = await chooser.value
    assert picker.is_multiple()
    accept = await picker.element.get_attribute("accept") or ""
    assert "image/*" not in accept
    assert {"image/heic", ".heic", ".jpg"} <= set(accept.split(","))


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
async def test_no_page_is_wider_than_its_window(open_page: OpenPage, many: ServedLibrary, width: int) -> None:
    page = await open_page(viewport={"width": width, "height": 800})
    await _open(page, many)
    await expect(page.locator(".k-tile").first).to_be_visible()
    assert await page.evaluate("() => document.documentElement.scrollWidth") <= width


async def test_an_idle_page_asks_for_nothing(page: Page, few: ServedLibrary) -> None:
    await page.clock.install()
    await _open(page, few)
    await expect(page.locator(".k-tile")).to_have_count(6)
    await page.clock.run_for(60_000)
    assert few.stub.asked == []


async def _open(page: Page, served: ServedLibrary) -> None:
    await page.goto(f"{served.url}/library")
    await expect(page.locator(".k-tile").first).to_be_visible()


def _link(page: Page, number: int):
    return page.locator(f"[data-id='{media(number)['id']}'] > a")


async def _tiles_in_view(page: Page) -> int:
    script = """(tiles) => tiles.filter((tile) => {
      const box = tile.getBoundingClientRect();
      return box.bottom > 0 && box.top < innerHeight;
    }).length"""
    return await page.locator(".k-tile").evaluate_all(script)


async def _boxes(page: Page, served: ServedLibrary) -> list[dict[str, float]]:
    await page.goto(f"{served.url}/library")
    await expect(page.locator(".k-tile")).to_have_count(6)
    return await page.locator(".k-tile").evaluate_all(
        "(tiles) => tiles.map((one) => one.getBoundingClientRect().toJSON())"
    )
