"""Two people after each other in one tab: the second one finds nothing of what it kept for the first one."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Console, Server
from tests.browser.residents import RESIDENT_PASSWORD, Resident, move_in
from tests.painted import photograph

KEPT = "() => JSON.stringify({ ...sessionStorage })"


@pytest.fixture
async def mara(server: Server) -> AsyncIterator[Resident]:
    who = await move_in(server, "Mara")
    await who.api.post("/media", files={"file": ("lake.jpg", photograph(), "image/jpeg")})
    yield who
    await who.close()


@pytest.fixture
async def ben(server: Server) -> AsyncIterator[Resident]:
    who = await move_in(server, "Ben")
    yield who
    await who.close()


@pytest.fixture
async def writing(page: Page, server: Server, mara: Resident, console: Console) -> Page:
    """Mara's library, which keeps what she wrote about a picture while the server was away."""
    console.expect("ERR_|WebSocket connection|401")
    await page.route("**/api/v1/media/*", lambda route: route.abort())
    await _sign_in(page, server, mara, "/library")
    await page.locator(".k-tile").click()
    await expect(page.locator(".k-viewer")).to_be_visible()
    await page.keyboard.press("i")
    description = page.locator(".k-viewer").get_by_label("What the picture shows")
    await description.fill("A lynx asleep")
    await description.blur()
    await page.wait_for_function(f"({KEPT})().includes('lynx')")
    return page


async def test_signing_out_leaves_nothing(writing: Page) -> None:
    await writing.keyboard.press("Escape")
    await expect(writing.locator(".k-viewer")).to_be_hidden()
    await writing.get_by_role("button", name="You: Mara").click()
    await writing.get_by_role("button", name="Sign out").click()
    await writing.wait_for_url("**/sign-in*")
    assert "lynx" not in await writing.evaluate(KEPT)


async def test_after_a_session_that_just_ended_its_person_goes_on_and_nobody_else(
    writing: Page, server: Server, mara: Resident, ben: Resident
) -> None:
    await writing.context.clear_cookies()
    await _sign_in(writing, server, mara, "/settings")
    assert "lynx" in await writing.evaluate(KEPT)
    await writing.context.clear_cookies()
    await _sign_in(writing, server, ben, "/settings")
    await writing.wait_for_function(f"!({KEPT})().includes('lynx')")


async def _sign_in(page: Page, server: Server, who: Resident, path: str) -> None:
    await page.goto(f"{server.url}/sign-in?next={path}")
    await page.get_by_label("Name or e-mail").fill(who.handle)
    await page.get_by_label("Password", exact=True).fill(RESIDENT_PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("button", name="You:")).to_be_visible()
