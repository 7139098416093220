"""A person's page: following, requests, the grid of posts, lists of people, and blocking."""

from collections.abc import AsyncIterator

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.browser.conftest import OpenPage, Server
from tests.browser.residents import RESIDENT_PASSWORD, Resident, add_picture, move_in
from tests.painted import photograph


@pytest.fixture
async def anna(server: Server) -> AsyncIterator[Resident]:
    resident = await move_in(server, "Anna")
    yield resident
    await resident.close()


@pytest.fixture
async def ben(server: Server) -> AsyncIterator[Resident]:
    resident = await move_in(server, "Ben")
    yield resident
    await resident.close()


async def visit(page: Page, server: Server, who: Resident, path: str) -> None:
    """Be on this page as this person."""
    await page.context.clear_cookies()
    signing_in: dict[str, str | float | bool] = {"login": who.handle, "password": RESIDENT_PASSWORD}
    answer = await page.request.post(f"{server.url}/sign-in", form=signing_in, headers={"Origin": server.url})
    assert answer.ok
    await page.goto(f"{server.url}{path}")


async def post(who: Resident, caption: str, *, visibility: str = "public", seed: int = 1, pictures: int = 1) -> str:
    """The id of a new post of theirs."""
    ids = [await add_picture(who, photograph(width=360, height=240, seed=seed + more)) for more in range(pictures)]
    made = await who.api.post("/posts", json={"media_ids": ids, "caption": caption, "visibility": visibility})
    assert made.status_code == 201, made.text
    return made.json()["id"]


async def between(one: Resident, other: Resident) -> dict[str, bool]:
    return (await one.api.get(f"/users/@{other.handle}/relationship")).json()


async def test_following_shows_at_once_counts_and_opens_what_is_for_followers(
    page: Page, server: Server, anna: Resident, ben: Resident
) -> None:
    await post(anna, "for followers", visibility="followers")
    await visit(page, server, ben, f"/@{anna.handle}")
    await expect(page.get_by_role("heading", name="No posts yet.")).to_be_visible()
    await page.get_by_role("button", name="Follow Anna").click()
    await expect(page.get_by_role("button", name="Following Anna")).to_be_visible()
    await expect(page.get_by_role("button", name="1 follower")).to_be_visible()
    await expect(page.get_by_role("link", name="Post by Anna").locator("img.k-loaded")).to_be_visible()
    await expect(page.locator(".k-profile-counts")).to_contain_text("1 post")
    assert (await between(ben, anna))["is_following"]
    await page.get_by_role("button", name="Following Anna").click()
    await expect(page.get_by_role("button", name="0 followers")).to_be_visible()
    await expect(page.get_by_role("heading", name="No posts yet.")).to_be_visible()
    assert not (await between(ben, anna))["is_following"]


async def test_a_private_person_is_asked_and_answers_on_their_own_page(
    page: Page, open_page: OpenPage, server: Server, anna: Resident, ben: Resident
) -> None:
    await anna.api.patch(f"/users/@{anna.handle}", json={"is_private": True})
    await post(anna, "at home")
    await visit(page, server, ben, f"/@{anna.handle}")
    await expect(page.get_by_role("heading", name="For followers only.")).to_be_visible()
    await expect(page.get_by_role("button", name="followers")).to_have_count(0)
    await page.get_by_role("button", name="Ask to follow Anna").click()
    await expect(page.get_by_role("button", name="Requested Anna")).to_be_visible()

    hers = await open_page()
    await visit(hers, server, anna, f"/@{anna.handle}")
    await hers.get_by_role("button", name="Accept Ben").click()
    await expect(hers.get_by_role("heading", name="Waiting to follow you")).to_have_count(0)
    await expect(hers.get_by_role("button", name="1 follower")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("link", name="Post by Anna")).to_be_visible()


async def test_a_tile_leads_to_the_post_and_back_to_itself(page: Page, server: Server, anna: Resident) -> None:
    await post(anna, "one", seed=1, visibility="me")
    id = await post(anna, "two", seed=2, pictures=2)
    await visit(page, server, anna, f"/@{anna.handle}")
    await expect(page.get_by_role("link", name="Edit profile")).to_have_attribute("href", "/settings")
    await expect(page.get_by_role("link", name="only you")).to_have_count(1)
    tile = page.get_by_role("link", name="2 pictures")
    await expect(tile.locator("img.k-loaded")).to_be_visible()
    await tile.click()
    await page.wait_for_url(f"{server.url}/p/{id}")
    await page.go_back()
    await expect(page.get_by_role("link", name="2 pictures")).to_be_focused()


async def test_the_numbers_lead_to_the_people(page: Page, server: Server, anna: Resident, ben: Resident) -> None:
    await ben.api.post(f"/users/@{anna.handle}/follow")
    await visit(page, server, anna, f"/@{anna.handle}")
    await expect(page.get_by_role("heading", name="Your wall is empty.")).to_be_visible()
    await page.get_by_role("button", name="1 follower").click()
    found = page.get_by_role("dialog", name="Followers").get_by_role("link", name=f"@{ben.handle}")
    await expect(found).to_have_attribute("href", f"/@{ben.handle}")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="1 follower")).to_be_focused()


async def test_blocking_takes_everything_away_until_it_is_undone(
    page: Page, server: Server, anna: Resident, ben: Resident
) -> None:
    await post(anna, "the sea")
    await visit(page, server, ben, f"/@{anna.handle}")
    await expect(page.locator(".k-tile img.k-loaded")).to_be_visible()
    await page.get_by_role("button", name="More about Anna").click()
    await page.get_by_role("button", name="Block").click()
    await expect(page.get_by_role("heading", name="You have blocked Anna.")).to_be_visible()
    await expect(page.get_by_role("link", name="Post by Anna")).to_have_count(0)
    assert (await between(ben, anna))["is_blocking"]
    await page.get_by_role("button", name="Unblock").click()
    await expect(page.get_by_role("link", name="Post by Anna")).to_be_visible()
    await page.get_by_role("button", name="More about Anna").click()
    await page.get_by_role("button", name="Mute").click()
    await expect(page.get_by_text("Muted.")).to_be_visible()
    assert {name for name, holds in (await between(ben, anna)).items() if holds} == {"is_muting"}


async def test_who_is_blocked_and_who_is_muted_is_let_back_in_the_settings(
    page: Page, server: Server, anna: Resident, ben: Resident
) -> None:
    await ben.api.post(f"/users/@{server.login}/mute")
    await ben.api.post(f"/users/@{anna.handle}/block")
    await visit(page, server, ben, "/settings")
    await page.get_by_role("button", name="Unblock Anna").click()
    await page.get_by_role("button", name="Unmute").click()
    await expect(page.locator(".k-kept-away").get_by_text("Nobody.")).to_have_count(2)
    assert not any((await between(ben, anna)).values())


async def test_a79_a_profile_can_be_used_by_everybody_also_on_a_small_phone(
    open_page: OpenPage, server: Server, anna: Resident, ben: Resident
) -> None:
    await post(anna, "the sea", pictures=2)
    page = await open_page(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    await visit(page, server, ben, f"/@{anna.handle}")
    await expect(page.locator(".k-tile img.k-loaded")).to_be_visible()
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        found = (await Axe().run(page)).response["violations"]
        assert [it["id"] for it in found if it["impact"] in {"critical", "serious"}] == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
