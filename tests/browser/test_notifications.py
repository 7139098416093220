"""The bell and the page behind it: what others did arrives at once, is read, and requests are answered there."""

from collections.abc import AsyncIterator

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Server
from tests.browser.residents import Resident, add_picture, be_at, move_in
from tests.painted import photograph


@pytest.fixture
async def nora(server: Server) -> AsyncIterator[Resident]:
    """Somebody who looks at their page."""
    who = await move_in(server, "Nora")
    yield who
    await who.close()


@pytest.fixture
async def otto(server: Server) -> AsyncIterator[Resident]:
    """Somebody who does things elsewhere."""
    who = await move_in(server, "Otto")
    yield who
    await who.close()


async def test_a_like_elsewhere_shows_at_the_bell_until_it_is_read(
    page: Page, server: Server, nora: Resident, otto: Resident
) -> None:
    picture = await add_picture(nora, photograph(seed=3))
    made = await nora.api.post("/posts", json={"media_ids": [picture], "visibility": "public"})
    await be_at(page, server, nora, "/notifications")
    await expect(page.get_by_role("heading", name="All quiet.")).to_be_visible()
    other = await page.context.new_page()
    await other.goto(f"{server.url}/help")
    await other.goto(f"{server.url}/settings")
    await expect(_badge(other)).to_be_hidden()

    assert (await otto.api.post(f"/posts/{made.json()['id']}/like")).status_code == 200
    await expect(other.get_by_role("link", name="Notifications 1 unread")).to_be_visible()
    link = page.get_by_role("link", name="Otto liked your picture")
    await expect(link).to_have_attribute("href", f"/p/{made.json()['id']}")
    await expect(page.get_by_text("New", exact=True)).to_be_visible()
    assert (await Axe().run(page)).response["violations"] == []

    await page.get_by_role("button", name="Mark all as read").click()
    await expect(_badge(other)).to_be_hidden()
    await expect(page.get_by_text("New", exact=True)).to_be_hidden()
    await expect(link).to_be_visible()


async def test_who_wants_to_follow_is_answered_in_place(
    page: Page, server: Server, nora: Resident, otto: Resident
) -> None:
    assert (await nora.api.patch(f"/users/@{nora.handle}", json={"is_private": True})).status_code == 200
    assert (await otto.api.post(f"/users/@{nora.handle}/follow")).json()["requested"]
    await be_at(page, server, nora, "/notifications")
    await page.get_by_role("button", name="Accept Otto").click()
    await expect(page.get_by_role("button", name="Accept Otto")).to_have_count(0)
    between = (await otto.api.get(f"/users/@{nora.handle}/relationship")).json()
    assert between["is_following"]


def _badge(page: Page) -> Locator:
    return page.locator("[data-k-unread]")
