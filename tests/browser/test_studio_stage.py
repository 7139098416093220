"""The studio's stage: the line by mouse, finger and keys, actual size, side by side, grounds, and cutting out."""

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.browser.conftest import OpenPage, ServedStudio
from tests.browser.studio_steps import choose, file, open_more, result_shown

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
async def table(page: Page, studio: ServedStudio) -> Page:
    """A picture on the table, with its copy for a website."""
    await _lay(page, studio)
    return page


async def test_d43_the_line_follows_the_mouse_and_the_keys(table: Page) -> None:
    line = table.get_by_label("Compare")
    box = await table.locator(".k-stage-view").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 3
    await table.mouse.move(box["x"] + box["width"] / 2, y)
    await table.mouse.down()
    await table.mouse.move(box["x"] + 5, y, steps=4)
    await table.mouse.up()
    await expect(line).to_have_attribute("aria-valuetext", "original 0 percent")
    await table.keyboard.press("End")  # the line has the focus now
    await expect(line).to_have_attribute("aria-valuetext", "original 100 percent")
    await table.keyboard.press("ArrowLeft")
    await expect(line).to_have_attribute("aria-valuetext", "original 99 percent")


async def test_d43_the_line_follows_a_finger(open_page: OpenPage, studio: ServedStudio) -> None:
    page = await open_page(**PHONE)
    await _lay(page, studio)
    session = await page.context.new_cdp_session(page)
    box = await page.locator(".k-stage-view").bounding_box()
    assert box is not None
    for kind, x in (("touchStart", 195), ("touchMove", 150), ("touchMove", 98), ("touchEnd", None)):
        points = [] if x is None else [{"x": x, "y": box["y"] + 100}]
        await session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    await expect(page.get_by_label("Compare")).to_have_attribute("aria-valuetext", "original 25 percent")


async def test_original_and_copy_lie_exactly_on_each_other(table: Page) -> None:
    boxes = [await table.locator(f".k-stage-{which} .k-stage-box").bounding_box() for which in ("original", "result")]
    assert boxes[0] == boxes[1]


async def test_z_shows_a_pixel_for_a_pixel_and_a_drag_moves_the_picture(table: Page) -> None:
    await table.keyboard.press("z")
    result = table.locator(".k-stage-result .k-stage-box")
    box = await result.bounding_box()
    assert box is not None
    assert (round(box["width"]), round(box["height"])) == (1600, 1200)
    await table.mouse.move(300, 300)
    await table.mouse.down()
    await table.mouse.move(250, 280)
    await table.mouse.up()
    moved = await result.bounding_box()
    assert moved is not None
    assert (moved["x"] - box["x"], moved["y"] - box["y"]) == (-50, -20)
    await table.keyboard.press("z")
    await expect(table.get_by_role("button", name="Actual size")).to_have_attribute("aria-pressed", "false")


async def test_b_changes_the_ground_but_not_while_one_writes(table: Page) -> None:
    view = table.locator(".k-stage-view")
    for colour in ("rgb(22, 22, 22)", "rgb(119, 119, 119)", "rgb(255, 255, 255)", "rgb(22, 22, 22)"):
        await expect(view).to_have_css("background-color", colour)
        await table.keyboard.press("b")
    await open_more(table)
    await table.get_by_label("Width").focus()
    await table.keyboard.press("b")
    await expect(view).to_have_css("background-color", "rgb(119, 119, 119)")


async def test_side_by_side_shows_both_whole(table: Page) -> None:
    await table.get_by_role("button", name="Side by side").click()
    original = await table.locator(".k-stage-original .k-stage-box").bounding_box()
    result = await table.locator(".k-stage-result .k-stage-box").bounding_box()
    assert original is not None
    assert result is not None
    assert original["x"] + original["width"] < result["x"]
    await expect(table.locator(".k-stage-line")).to_be_hidden()


async def test_a_part_is_cut_out_by_keys_and_by_hand(table: Page, studio: ServedStudio) -> None:
    await open_more(table)
    await table.get_by_label("1 : 1", exact=True).check()
    frame = table.locator(".k-crop-frame")
    await expect(frame).to_be_focused()
    await expect(frame).to_have_attribute("aria-description", "1200 × 1200 pixels, 200 from the left, 0 from the top")
    await table.keyboard.press("ArrowRight")
    await expect(frame).to_have_attribute("aria-description", "1200 × 1200 pixels, 216 from the left, 0 from the top")
    await table.keyboard.press("Shift+ArrowLeft")
    await expect(frame).to_have_attribute("aria-description", "1184 × 1184 pixels, 216 from the left, 0 from the top")
    corner = await table.locator(".k-crop-se").bounding_box()
    assert corner is not None
    x, y = corner["x"] + corner["width"] / 2, corner["y"] + corner["height"] / 2
    await table.mouse.move(x, y)
    await table.mouse.down()
    await table.mouse.move(x - 100, y - 100, steps=3)
    await table.mouse.up()
    size = await table.locator(".k-crop-size").inner_text()
    await table.get_by_role("button", name="Done").click()
    await expect(frame).to_have_count(0)
    await expect(table.locator(".k-figure--result")).to_contain_text(size)
    crop = studio.stub.recipes[-1]["crop"]
    assert crop["width"] == crop["height"] < 1100
    box = await table.locator(".k-stage-result .k-stage-box").bounding_box()
    assert box is not None
    assert box["width"] == pytest.approx(box["height"], abs=1)


async def test_turning_lets_go_of_the_part_and_turns_both_sides(table: Page, studio: ServedStudio) -> None:
    await open_more(table)
    await table.get_by_role("button", name="Turn right").click()
    await expect(table.locator(".k-figure--result")).to_contain_text("1200 × 1600")
    assert studio.stub.recipes[-1]["rotate"] == 90
    boxes = [await table.locator(f".k-stage-{which} .k-stage-box").bounding_box() for which in ("original", "result")]
    assert boxes[0] == boxes[1]


async def test_nothing_is_enlarged_unless_it_is_asked_for(table: Page, studio: ServedStudio) -> None:
    assert "enlarge" not in studio.stub.recipes[-1]
    await open_more(table)
    async with table.expect_response("**/compress"):
        await table.get_by_label("Enlarge it if it is smaller").check()
    assert studio.stub.recipes[-1]["enlarge"] is True


@pytest.mark.parametrize("width", [1280, 320])
async def test_a79_nothing_stands_in_the_way_of_assistive_tools(
    open_page: OpenPage, studio: ServedStudio, width: int
) -> None:
    page = await open_page(viewport={"width": width, "height": 800})
    await page.goto(f"{studio.url}/studio")
    await _no_grave_barriers(page, width)
    await _lay(page, studio)
    await open_more(page)
    await page.get_by_role("button", name="Keep", exact=True).click()
    await expect(page.locator(".k-kept-row")).to_be_visible()
    await _no_grave_barriers(page, width)
    await choose(page, file("a.jpg"), file("b.jpg", seed=8), button="Choose another")
    await _no_grave_barriers(page, width)


async def _lay(page: Page, studio: ServedStudio) -> None:
    await page.goto(f"{studio.url}/studio")
    await choose(page, file())
    await page.get_by_label("Website").check()
    await result_shown(page)


async def _no_grave_barriers(page: Page, width: int) -> None:
    """By light and in the dark."""
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = await Axe().run(page)
        grave = [one for one in found.response["violations"] if one["impact"] in {"critical", "serious"}]
        assert [(scheme, one["id"], [node["html"] for node in one["nodes"]]) for one in grave] == []
    assert await page.evaluate("() => document.documentElement.scrollWidth") <= width
