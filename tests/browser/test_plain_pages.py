"""Sign-in, set-up and invitations in a real browser, with and without JavaScript."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from tests.browser.look_site import PLAIN_PAGES, look_site

Scheme: TypeAlias = Literal["light", "dark"]


@pytest.fixture(scope="module")
def plain() -> Iterator[str]:
    with look_site() as address:
        yield f"{address}/plain"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PLAIN_PAGES)
async def test_a79_every_page_can_be_used_by_everybody_also_on_a_small_phone(
    page: Page, plain: str, name: str, scheme: Scheme
) -> None:
    await page.emulate_media(color_scheme=scheme)
    await page.set_viewport_size({"width": 320, "height": 640})
    await page.goto(f"{plain}/{name}")
    found = (await Axe().run(page)).response["violations"]
    assert [it for it in found if it["impact"] in {"critical", "serious"}] == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320


async def test_the_set_up_asks_one_thing_after_the_other_and_enter_goes_on(page: Page, plain: str) -> None:
    await page.goto(f"{plain}/set-up")
    await page.get_by_label("Name").fill("Žofia Müller")
    await expect(page.get_by_label("Handle")).to_have_value("zofia_muller")
    await page.get_by_label("Handle").press("Enter")
    await expect(page.get_by_role("heading", name="Choose a password.")).to_be_visible()
    await expect(page.get_by_role("heading", name="What shall people call you?")).to_be_hidden()
    await expect(page.get_by_label("Password")).to_be_focused()
    await page.get_by_label("Password").fill("short")
    await page.get_by_role("button", name="Next").click()
    await expect(page.get_by_text("Choose at least 8 characters; a short sentence is good.")).to_be_visible()
    await page.get_by_label("Password").fill("a short sentence")
    await page.get_by_role("button", name="Next").click()
    await expect(page.get_by_label("Only people I invite")).to_be_checked()
    await page.get_by_role("button", name="Make this Kamra mine").click()
    await expect(page.locator("body")).to_contain_text('"handle":"zofia_muller"')
    assert page.url.endswith("/setup/K3x9")


async def test_the_set_up_goes_back_to_where_something_was_wrong(page: Page, plain: str) -> None:
    await page.goto(f"{plain}/set-up-refused")
    await expect(page.get_by_role("heading", name="Choose a password.")).to_be_visible()
    await expect(page.get_by_text("Too many people use that password.")).to_be_visible()
    await page.get_by_role("button", name="Back").click()
    await expect(page.get_by_role("heading", name="What shall people call you?")).to_be_visible()


async def test_a_handle_somebody_wrote_is_not_overwritten_by_a_suggestion(page: Page, plain: str) -> None:
    await page.goto(f"{plain}/invite")
    await page.get_by_label("Handle").fill("benno")
    await page.get_by_label("Name").fill("Ben")
    await expect(page.get_by_label("Handle")).to_have_value("benno")


async def test_without_javascript_the_set_up_is_one_form_that_works(browser: Browser, plain: str) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{plain}/set-up")
    await page.locator("[name=display_name]").fill("Anna")
    await page.locator("[name=handle]").fill("anna")
    await page.locator("[name=password]").fill("a short sentence")
    await page.get_by_role("button", name="Make this Kamra mine").click()
    await expect(page.locator("body")).to_contain_text('"public_pages":"off"')
    await context.close()
