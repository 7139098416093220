"""Looking closely in the viewer: every pixel, the facts and what one writes there, and what fingers do."""

import re

import pytest
from playwright.async_api import CDPSession, Locator, Page, expect

from tests.browser.conftest import Console, OpenPage, ServedLibrary
from tests.browser.stub_library import media

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def few(library: ServedLibrary) -> ServedLibrary:
    library.stub.items = [media(number) for number in range(6, 0, -1)]
    return library


async def test_z_shows_every_pixel_and_z_again_the_whole(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 2)
    image = viewer.locator("img")
    async with page.expect_request(re.compile(f"/media/{media(2)['id']}/original")):
        await page.keyboard.press("z")
    box = await image.bounding_box()
    assert box is not None
    assert round(box["width"]) == 1600  # one pixel of the picture for one of the screen
    await expect(image).to_have_attribute("src", re.compile("original"))
    await page.mouse.move(640, 400)
    await page.mouse.down()
    await page.mouse.move(540, 400)
    await page.mouse.up()
    moved = await image.bounding_box()
    assert moved is not None
    assert round(box["x"] - moved["x"]) == 100
    await page.keyboard.press("z")
    whole = await image.bounding_box()
    assert whole is not None
    assert whole["width"] <= 1280


async def test_an_original_the_browser_cannot_show_is_never_asked_for(page: Page, few: ServedLibrary) -> None:
    few.stub.items[0] = media(6, content_type="image/heic", width=4032, height=2689)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    viewer = await _open(page, few, 6)
    await page.keyboard.press("z")
    await expect(viewer.locator("[data-zoomed]")).to_be_visible()
    assert not any("original" in url for url in asked)


async def test_facts_tell_what_is_known_and_what_the_camera_wrote(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 4)
    await page.keyboard.press("i")
    facts = viewer.get_by_role("complementary", name="Facts")
    for text in ("1000 × 1000", "1 MB", "JPEG", "14 August 2026", "OLYMPUS E-P3", "1/250 s · f/2.8 · ISO 200"):
        await expect(facts).to_contain_text(text)
    await expect(facts).to_contain_text("The original says where it was taken.")
    await page.keyboard.press("ArrowRight")
    await expect(facts).to_contain_text("1500 × 1000")
    await expect(facts).not_to_contain_text("where it was taken")
    await page.keyboard.press("i")
    await expect(facts).to_be_hidden()


async def test_facts_and_keys_come_after_the_page_and_where_they_do_not_come_it_is_said(
    page: Page, few: ServedLibrary, console: Console
) -> None:
    console.expect("ERR_FAILED .*facts_column.js")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    await page.route("**/facts_column.js", lambda route: route.abort())
    await page.goto(f"{few.url}/library")
    await expect(page.locator(".k-tile img.k-loaded")).to_have_count(6)
    assert not {"facts_column.js", "picture_tags.js", "keys_list.js"} & set(asked)
    viewer = await _open(page, few, 4)
    await page.keyboard.press("i")
    await expect(viewer.get_by_role("status")).to_contain_text("No connection.")
    await page.unroute("**/facts_column.js")
    await page.keyboard.press("i")
    await expect(viewer.get_by_role("complementary", name="Facts")).to_be_visible()


async def test_name_and_description_can_be_written_where_they_are_read(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 5)
    await page.keyboard.press("i")
    await viewer.get_by_label("Name").fill("Lisbon, zoo")
    await page.keyboard.press("Enter")
    await expect(viewer.get_by_role("heading", name="Lisbon, zoo")).to_be_visible()
    await viewer.get_by_label("What the picture shows").fill("A lynx asleep in the sun")
    await viewer.get_by_label("Name").focus()
    await expect(viewer.locator("img")).to_have_attribute("alt", "A lynx asleep in the sun")
    await expect(viewer.get_by_label("Name")).to_be_focused()
    assert few.stub.items[1]["name"] == "Lisbon, zoo"
    assert few.stub.items[1]["alt"] == "A lynx asleep in the sun"


async def test_what_was_saved_is_said_also_when_the_picture_is_told_of_anew(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 5)
    await page.keyboard.press("i")
    description = viewer.get_by_label("What the picture shows")
    await description.fill("A lake before the rain")
    await description.blur()
    await expect(viewer.get_by_text("Saved.")).to_be_visible()
    await page.evaluate("(told) => window.gallery.changed(told)", media(5, alt="A lake before the rain", width=1234))
    await expect(viewer.locator("dl")).to_contain_text("1234")
    await expect(viewer.get_by_text("Saved.")).to_be_visible()


async def test_a_name_that_breaks_a_rule_says_which(page: Page, few: ServedLibrary, console: Console) -> None:
    console.expect("status of 422")
    few.stub.refuse("PATCH", f"/media/{media(5)['id']}", 422, "bad_name", "A name has 1 to 100 characters.")
    viewer = await _open(page, few, 5)
    await page.keyboard.press("i")
    await viewer.get_by_label("Name").fill("")
    await page.keyboard.press("Enter")
    await expect(viewer.get_by_text("A name has 1 to 100 characters.")).to_be_visible()


async def test_letters_typed_into_a_field_are_no_commands(page: Page, few: ServedLibrary) -> None:
    viewer = await _open(page, few, 5)
    await page.keyboard.press("i")
    await viewer.get_by_label("Name").focus()
    await page.keyboard.type("bzi?")
    await expect(viewer).to_have_css("background-color", "rgb(22, 22, 22)")
    await expect(viewer.get_by_label("Name")).to_be_visible()


async def test_s_saves_the_original(page: Page, few: ServedLibrary) -> None:
    await _open(page, few, 5)
    async with page.expect_download() as download:
        await page.keyboard.press("s")
    assert "/original" in (await download.value).url


async def test_a_finger_swipes_to_the_neighbours_and_down_and_away(open_page: OpenPage, few: ServedLibrary) -> None:
    page = await open_page(**PHONE)
    viewer = await _open(page, few, 5)
    hand = await page.context.new_cdp_session(page)
    await _swipe(hand, (300, 300), (80, 310))
    await expect(viewer.get_by_role("heading", name="IMG_0004.jpg")).to_be_visible()
    await _swipe(hand, (80, 300), (300, 310))
    await expect(viewer.get_by_role("heading", name="IMG_0005.jpg")).to_be_visible()
    await _swipe(hand, (180, 300), (190, 340))
    await expect(viewer.get_by_role("heading", name="IMG_0005.jpg")).to_be_visible()
    await _swipe(hand, (180, 300), (190, 500))
    await expect(viewer).to_be_hidden()


async def test_a_double_tap_shows_every_pixel_and_a_tap_the_controls(open_page: OpenPage, few: ServedLibrary) -> None:
    page = await open_page(**PHONE)
    viewer = await _open(page, few, 5)
    await expect(viewer).not_to_have_attribute("data-quiet", "")
    await page.touchscreen.tap(180, 370)
    await expect(viewer).to_have_attribute("data-quiet", "")
    await page.touchscreen.tap(180, 370)
    await expect(viewer.locator("[data-zoomed]")).to_be_visible()


async def test_two_fingers_pinch(open_page: OpenPage, few: ServedLibrary) -> None:
    page = await open_page(**PHONE)
    viewer = await _open(page, few, 5)
    hand = await page.context.new_cdp_session(page)
    await _touch(hand, "touchStart", (160, 370), (200, 370))
    await _touch(hand, "touchMove", (100, 370), (260, 370))
    await _touch(hand, "touchEnd")
    await expect(viewer.locator("[data-zoomed]")).to_be_visible()
    width = await viewer.locator("img").evaluate("(one) => one.getBoundingClientRect().width")
    assert width > 500


async def _open(page: Page, served: ServedLibrary, number: int) -> Locator:
    await page.goto(f"{served.url}/library")
    await page.locator(f"[data-id='{media(number)['id']}']").click()
    viewer = page.locator(".k-viewer")
    await expect(viewer).to_be_visible()
    await page.evaluate("() => Promise.allSettled(document.getAnimations().map((one) => one.finished))")
    return viewer


async def _swipe(hand: CDPSession, start: tuple[int, int], end: tuple[int, int]) -> None:
    await _touch(hand, "touchStart", start)
    for part in (0.3, 0.6, 1):
        at = tuple(round(a + (b - a) * part) for a, b in zip(start, end, strict=True))
        await _touch(hand, "touchMove", at)
    await _touch(hand, "touchEnd")


async def _touch(hand: CDPSession, kind: str, *points: tuple[int, ...]) -> None:
    touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    await hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
