"""The look in a real browser: nothing of NiceGUI shines through, and everything works by keyboard."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.browser.look_site import look_site

GROUNDS = {"light": "rgb(246, 246, 246)", "dark": "rgb(20, 20, 20)"}

Scheme: TypeAlias = Literal["light", "dark"]


@pytest.fixture(scope="module")
def design() -> Iterator[str]:
    with look_site() as address:
        yield f"{address}/_design"


async def open_design(page: Page, address: str) -> None:
    await page.goto(address)
    await expect(page.get_by_role("heading", name="Nothing here yet.")).to_be_visible()
    await expect(page.get_by_role("link", name="Download original")).to_be_visible()


async def colour_of(page: Page, selector: str, property: str) -> str:
    return await page.locator(selector).first.evaluate("(it, name) => getComputedStyle(it)[name]", property)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
async def test_a79_nothing_serious_stands_in_the_way_of_anybody(
    page: Page, design: str, scheme: Scheme, width: int
) -> None:
    await page.emulate_media(color_scheme=scheme)
    await page.set_viewport_size({"width": width, "height": 800})
    await open_design(page, design)
    found = (await Axe().run(page)).response["violations"]
    assert [it for it in found if it["impact"] in {"critical", "serious"}] == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert await colour_of(page, "body", "backgroundColor") == GROUNDS[scheme]


async def test_everything_one_presses_is_large_enough_for_a_finger(page: Page, design: str) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await open_design(page, design)
    small = await page.evaluate(
        """() => [...document.querySelectorAll("button, a.k-button, a.k-place, a.k-action, label.k-choice, .k-input")]
            .filter((it) => it.checkVisibility() && !it.matches(".k-input-aside"))
            .filter((it) => { const box = it.getBoundingClientRect(); return box.height < 44 || box.width < 44 })
            .map((it) => it.outerHTML)"""
    )
    assert small == []


async def test_the_person_s_choice_of_a_theme_shows_at_once_and_goes_before_the_system_s(
    page: Page, design: str
) -> None:
    await page.emulate_media(color_scheme="light")
    await open_design(page, design)
    await page.get_by_label("Dark").check()
    assert await colour_of(page, "body", "backgroundColor") == GROUNDS["dark"]
    await page.get_by_label("As this device has it").check()
    assert await colour_of(page, "body", "backgroundColor") == GROUNDS["light"]
    await page.goto(f"{design}?theme=dark")
    assert await colour_of(page, "html", "backgroundColor") == GROUNDS["dark"]


async def test_a_dialog_takes_the_focus_and_gives_it_back(page: Page, design: str) -> None:
    await open_design(page, design)
    opener = page.get_by_role("button", name="Open a dialog")
    await opener.press("Enter")
    dialog = page.get_by_role("dialog", name="Delete this picture?")
    await expect(dialog.get_by_role("button", name="Keep it")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(opener).to_be_focused()
    await opener.press("Enter")
    await dialog.get_by_role("button", name="Delete the picture").click()
    await expect(dialog).to_be_hidden()


async def test_news_comes_as_a_toast_and_what_was_done_can_be_undone(page: Page, design: str) -> None:
    await open_design(page, design)
    news = page.get_by_role("status").filter(has_text="Deleted.")
    await page.get_by_role("button", name="Delete it").click()
    await news.get_by_role("button", name="Undo").click()
    await expect(news).to_have_count(0)
    await expect(page.get_by_role("status").filter(has_text="Undo")).to_be_visible()


async def test_a_form_is_sent_by_enter_and_says_what_is_wrong_beside_the_field(page: Page, design: str) -> None:
    await open_design(page, design)
    handle = page.get_by_label("Handle")
    await handle.fill("benno")
    await handle.press("Enter")
    await expect(handle).not_to_have_attribute("aria-invalid", "true")
    await handle.fill("anna")
    await page.get_by_role("button", name="Keep it").click()
    await expect(handle).to_have_attribute("aria-invalid", "true")
    await expect(page.get_by_role("alert").filter(has_text="Somebody here has that name already.")).to_be_visible()


async def test_a_password_can_be_looked_at(page: Page, design: str) -> None:
    await open_design(page, design)
    password = page.get_by_label("Password")
    await expect(password).to_have_attribute("type", "password")
    await page.get_by_role("button", name="Show").click()
    await expect(password).to_have_attribute("type", "text")


async def test_the_menus_open_and_close_by_keyboard(page: Page, design: str) -> None:
    await open_design(page, design)
    await page.get_by_role("button", name="You: Anna Berger").press("Enter")
    await expect(page.get_by_role("link", name="Settings")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("link", name="Settings")).to_be_hidden()


async def test_adding_pictures_is_told_to_the_page_which_may_do_it_itself(page: Page, design: str) -> None:
    await open_design(page, design)
    await page.evaluate(
        """document.addEventListener("kamra:add-pictures", (event) => {
            event.preventDefault();
            document.title = "told";
        })"""
    )
    await page.get_by_role("button", name="Add", exact=True).click()
    await page.get_by_role("button", name="Add pictures").click()
    await expect(page).to_have_title("told")
    assert page.url == design


async def test_nothing_moves_for_who_asked_for_stillness(page: Page, design: str) -> None:
    await page.emulate_media(reduced_motion="reduce")
    await open_design(page, design)
    assert await colour_of(page, ".k-button", "transitionDuration") in {"0s", ""}
