"""An open library stays true: what happens to a picture elsewhere shows within a moment, without a reload."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.residents import RESIDENT_PASSWORD, Resident, add_picture, move_in
from tests.painted import photograph


@pytest.fixture
async def nora(server: Server) -> AsyncIterator[Resident]:
    """Somebody with one picture, whose programs use the API beside her open page."""
    who = await move_in(server, "Nora")
    yield who
    await who.close()


async def test_a_picture_added_renamed_and_deleted_elsewhere_shows_at_once(
    page: Page, server: Server, nora: Resident
) -> None:
    await _open_library(page, server, nora)
    media_id = await add_picture(nora, photograph(seed=3))
    tile = page.locator(f".k-tile[data-id='{media_id}']")
    await expect(tile).to_be_visible()
    assert (await nora.api.patch(f"/media/{media_id}", json={"name": "Harbour"})).status_code == 200
    await expect(page.get_by_role("link", name="Harbour")).to_be_visible()
    assert (await nora.api.delete(f"/media/{media_id}")).status_code == 204
    await expect(tile).to_have_count(0)


async def test_an_open_library_learns_nothing_once_its_session_is_over(
    page: Page, server: Server, nora: Resident
) -> None:
    await _open_library(page, server, nora)
    sessions = (await nora.api.get("/auth/sessions")).json()["items"]
    browsers = [one["id"] for one in sessions if one["kind"] == "browser"]
    assert browsers
    for session_id in browsers:
        assert (await nora.api.delete(f"/auth/sessions/{session_id}")).status_code == 204
    await add_picture(nora, photograph(seed=3))
    await expect(page.get_by_label("Name or e-mail")).to_be_visible()
    await expect(page.locator(".k-tile")).to_have_count(0)


async def _open_library(page: Page, server: Server, who: Resident) -> None:
    await page.goto(f"{server.url}/sign-in?next=/library")
    await page.get_by_label("Name or e-mail").fill(who.handle)
    await page.get_by_label("Password", exact=True).fill(RESIDENT_PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("heading", name="Nothing here yet.")).to_be_visible()
