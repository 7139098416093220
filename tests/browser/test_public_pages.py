"""Public posts and profiles in a browser that runs no scripts (E54), beside the pages of people who are signed in."""

from collections.abc import AsyncIterator

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, Response, expect

from tests.attack.living import Living, browsing, living
from tests.browser.conftest import OpenPage, Server
from tests.browser.residents import add_picture, api_of
from tests.painted import photograph


@pytest.fixture
async def edith(server: Server) -> AsyncIterator[Living]:
    """Somebody on a Kamra whose public pages are on for as long as the test lasts."""
    owner = await api_of(server, server.login, server.password)
    await owner.patch("/admin/decisions", json={"public_pages": True})
    async with living(server, "Edith") as person:
        yield person
    await owner.patch("/admin/decisions", json={"public_pages": False})
    await owner.aclose()


async def test_e54_a_wall_and_its_post_need_no_script_and_who_is_signed_in_gets_another_page(
    server: Server, edith: Living, open_page: OpenPage, page: Page
) -> None:
    picture = await add_picture(edith.who, photograph())
    words = {"media_ids": [picture], "alt": ["A boat"], "caption": "Low #tide", "visibility": "public"}
    post = (await edith.who.api.post("/posts", json=words)).json()
    plain = await open_page(java_script_enabled=False, viewport={"width": 320, "height": 640})
    answered: list[Response] = []

    def hear(answer: Response) -> None:
        answered.append(answer)

    plain.on("response", hear)
    await plain.goto(f"{server.url}/@{edith.who.handle}")
    await plain.get_by_role("link", name="A boat").click()
    await expect(plain.get_by_text("Low #tide")).to_be_visible()
    shown = await plain.get_by_role("img", name="A boat").bounding_box()
    assert shown is not None
    assert (shown["width"], round(shown["width"] / shown["height"], 1)) == (320, 1.5)
    await plain.get_by_role("link", name="#tide").click()
    await expect(plain.get_by_role("heading", name="#tide")).to_be_visible()
    pictures = [one for one in answered if f"/p/{post['id']}/1/" in one.url]
    assert {one.status for one in pictures} <= {200, 304}
    assert len(pictures) >= 2
    for path in (f"/@{edith.who.handle}", f"/p/{post['id']}"):
        await page.goto(server.url + path)
        assert [it["id"] for it in (await Axe().run(page)).response["violations"]] == []
    async with browsing(server) as nobody:
        for path in (f"/p/{post['id']}", f"/@{edith.who.handle}", "/tags/tide"):
            for who, is_own in ((edith.browser, True), (nobody, False)):
                text = (await who.get(path)).text
                assert ("client_id" in text) == is_own, path
        assert nobody.cookies == {}
