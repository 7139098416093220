"""What a person decides about themselves on the settings page is kept, shown at once, and says so."""

import httpx
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.browser.conftest import OpenPage, Server
from tests.browser.residents import Resident, add_picture, move_in, sign_in
from tests.painted import photograph


@pytest.fixture
async def anna(server: Server):
    resident = await move_in(server, "Anna")
    yield resident
    await resident.close()


async def test_who_is_not_signed_in_is_asked_to_and_comes_back(page: Page, server: Server, anna: Resident) -> None:
    await page.goto(f"{server.url}/settings")
    assert page.url == f"{server.url}/sign-in?next=%2Fsettings"
    await sign_in(page, server, anna, "/settings")
    await expect(page.get_by_role("heading", name="Settings", level=1)).to_be_visible()


async def test_name_and_bio_are_kept_and_never_read_as_html(page: Page, server: Server, anna: Resident) -> None:
    await sign_in(page, server, anna, "/settings")
    await page.get_by_role("textbox", name="Name").fill("Anna <b>Berger</b>")
    await page.get_by_role("textbox", name="About you").fill("Mostly mountains.\n<script>alert(1)</script>")
    await page.get_by_role("button", name="Save", exact=True).click()
    await expect(page.get_by_text("Saved.")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("textbox", name="Name")).to_have_value("Anna <b>Berger</b>")
    assert (await anna.me())["bio"] == "Mostly mountains.\n<script>alert(1)</script>"


async def test_what_is_wrong_stands_at_its_field(page: Page, server: Server, anna: Resident) -> None:
    await sign_in(page, server, anna, "/settings")
    name = page.get_by_role("textbox", name="Name")
    await name.fill(" ")
    await page.get_by_role("button", name="Save", exact=True).click()
    await expect(page.get_by_text("A name has 1 to 50 characters.")).to_be_visible()
    await expect(name).to_have_attribute("aria-invalid", "true")
    await name.fill("Anna")
    await name.press("Enter")
    await expect(page.get_by_text("A name has 1 to 50 characters.")).to_be_hidden()
    assert (await anna.me())["display_name"] == "Anna"


async def test_a_theme_shows_at_once_and_on_the_next_page(page: Page, server: Server, anna: Resident) -> None:
    await sign_in(page, server, anna, "/settings")
    await page.get_by_label("Dark").check()
    await expect(page.locator("body")).to_have_css("background-color", "rgb(20, 20, 20)")
    await expect(page.get_by_text("Saved.")).to_be_visible()
    await page.goto(f"{server.url}/library")
    await expect(page.locator("body")).to_have_css("background-color", "rgb(20, 20, 20)")
    assert (await anna.me())["theme"] == "dark"


async def test_an_account_becomes_private_by_a_switch(page: Page, server: Server, anna: Resident) -> None:
    await sign_in(page, server, anna, "/settings")
    await page.get_by_role("switch", name="Only followers").check()
    await expect(page.get_by_text("Saved.")).to_be_visible()
    assert (await anna.me())["is_private"]


async def test_one_of_one_s_own_pictures_stands_beside_one_s_name(page: Page, server: Server, anna: Resident) -> None:
    await sign_in(page, server, anna, "/settings")
    await page.get_by_role("button", name="Choose a picture").click()
    await expect(page.get_by_text("There is no finished picture")).to_be_visible()
    await page.get_by_role("button", name="Cancel").click()
    picture = await add_picture(anna, photograph(seed=7), "Summit.jpg")
    await page.get_by_role("button", name="Choose a picture").click()
    await page.get_by_role("button", name="Summit.jpg").click()
    face = page.locator("img.k-face")
    await expect(face).to_be_visible()
    await expect(face).to_have_js_property("complete", True)
    assert await face.evaluate("image => image.naturalWidth") > 0
    assert picture in (await anna.me())["avatar"]["url"]
    await page.get_by_role("button", name="Remove it").click()
    await expect(face).to_be_hidden()
    assert (await anna.me())["avatar"] is None


async def test_a79_settings_can_be_used_by_everybody_also_on_a_small_phone(
    open_page: OpenPage, server: Server, anna: Resident
) -> None:
    page = await open_page(viewport={"width": 320, "height": 640})
    await sign_in(page, server, anna, "/settings")
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = (await Axe().run(page)).response["violations"]
        assert [(scheme, it["id"]) for it in found if it["impact"] in {"critical", "serious"}] == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320


async def test_a88_a_page_on_plain_http_from_the_network_explains_itself(server: Server, anna: Resident) -> None:
    host = {"Host": "192.168.1.20:8080"}
    async with httpx.AsyncClient(base_url=server.url) as browser:
        form = {"login": anna.handle, "password": "a ladder against the moon", "next": "/settings"}
        signed_in = await browser.post("/sign-in", data=form, headers={**host, "Origin": f"http://{host['Host']}"})
        assert signed_in.headers["location"] == "/settings"
        cookies = {"Cookie": f"kamra={signed_in.cookies['kamra']}"}
        for path in ("/settings", "/library", "/help", "/nothing"):
            unsafe = await browser.get(path, headers={**host, **cookies})
            safe = await browser.get(path, headers={**cookies})
            assert "You are on an unsecured address" in unsafe.text, path
            assert "You are on an unsecured address" not in safe.text, path
