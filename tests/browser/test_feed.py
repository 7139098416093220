"""Home and the page of a post: further posts, several pictures in one, likes and comments that others see at once."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.browser.conftest import OpenPage, Server
from tests.browser.residents import RESIDENT_PASSWORD, Resident, add_picture, move_in
from tests.painted import photograph

DESK = {"width": 1280, "height": 800}


@pytest.fixture
async def vera(server: Server) -> AsyncIterator[Resident]:
    """Somebody who posts."""
    who = await move_in(server, "Vera")
    yield who
    await who.close()


@pytest.fixture
async def otto(server: Server, vera: Resident) -> AsyncIterator[Resident]:
    """Somebody who follows her."""
    who = await move_in(server, "Otto")
    assert (await who.api.post(f"/users/@{vera.handle}/follow")).status_code == 200
    yield who
    await who.close()


async def test_home_begins_quiet_and_says_what_is_new(page: Page, server: Server, vera: Resident) -> None:
    await _at(page, server, vera, "/")
    await expect(page.get_by_role("heading", name="Quiet in here.")).to_be_visible()
    await expect(page.get_by_role("link", name="Write a post")).to_have_attribute("href", "/compose")
    await _posted(vera, [await add_picture(vera, photograph(seed=3))], caption="First #frost")
    await page.get_by_role("button", name="1 new post").click()
    await expect(page.get_by_role("link", name="#frost")).to_have_attribute("href", "/tags/frost")
    await expect(page.get_by_text("You have seen everything.")).to_be_visible()
    await expect(page.get_by_role("heading", name="Quiet in here.")).to_have_count(0)


async def test_home_goes_on_to_the_oldest_post_and_keeps_the_page_light(
    page: Page, server: Server, vera: Resident
) -> None:
    picture = await add_picture(vera, photograph(seed=4))
    for number in range(16):
        await _posted(vera, [picture], caption=f"Number {number}.")
    await _at(page, server, vera, "/")
    posts = page.locator(".k-post")
    await expect(posts.first).to_contain_text("Number 15.")
    await page.evaluate("scrollTo(0, document.body.scrollHeight)")
    await expect(posts).to_have_count(16)
    await page.evaluate("scrollTo(0, document.body.scrollHeight)")
    await expect(posts.last).to_contain_text("Number 0.")
    await expect(posts.first.locator("img")).to_have_count(0)
    await expect(page.get_by_text("You have seen everything.")).to_be_in_viewport()


async def test_a_like_and_a_comment_show_in_another_browser_at_once_and_a_deleted_post_leaves_it(
    page: Page, open_page: OpenPage, server: Server, vera: Resident, otto: Resident
) -> None:
    post = await _posted(vera, [await add_picture(vera, photograph(seed=5))])
    other = await open_page(viewport=DESK)
    await _at(page, server, vera, "/")
    await _at(other, server, otto, f"/p/{post}")
    await page.get_by_role("button", name="Like").click()
    await expect(other.get_by_role("button", name="Vera likes this")).to_be_visible()
    await other.locator("body").press("l")
    await expect(other.get_by_role("button", name="Like", exact=True)).to_have_attribute("aria-pressed", "true")
    await expect(page.get_by_role("button", name="Otto and you like this")).to_be_visible()
    await other.get_by_label("Write a comment").fill("What a light!")
    await other.get_by_role("button", name="Send").click()
    await expect(page.get_by_text("What a light!")).to_be_visible()
    assert (await vera.api.delete(f"/posts/{post}")).status_code == 204
    await expect(other.get_by_role("heading", name="Nothing here any more.")).to_be_visible()
    await expect(page.locator(".k-post")).to_have_count(0)


async def test_the_keys_lead_through_the_pictures_of_a_post(page: Page, server: Server, vera: Resident) -> None:
    pictures = [await add_picture(vera, photograph(seed=seed)) for seed in (6, 7)]
    post = await _posted(vera, pictures, caption="Two of @nobody #hills")
    assert (await vera.api.post(f"/posts/{post}/like")).status_code == 200
    assert (await vera.api.post(f"/posts/{post}/comment", json={"body": "Mine"})).status_code == 201
    await _at(page, server, vera, f"/p/{post}")
    track = page.get_by_role("group", name="2 pictures.")
    await track.focus()
    await track.press("ArrowRight")
    await expect(page.get_by_text("2 / 2")).to_be_visible()
    await expect(page.get_by_alt_text("Picture 2 of 2 by Vera")).to_be_in_viewport()
    await expect(page.get_by_role("button", name="Next picture")).to_be_hidden()
    await track.press("Home")
    await expect(page.get_by_text("1 / 2")).to_be_visible()
    assert [it["id"] for it in (await Axe().run(page)).response["violations"]] == []


async def test_what_is_deleted_comes_back_when_one_takes_it_back(page: Page, server: Server, vera: Resident) -> None:
    post = await _posted(vera, [await add_picture(vera, photograph(seed=8))], caption="Stays.")
    assert (await vera.api.post(f"/posts/{post}/comment", json={"body": "Mine"})).status_code == 201
    await _at(page, server, vera, "/")
    await page.get_by_role("button", name="Delete: Vera").click()
    await expect(page.get_by_text("Mine")).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_text("Mine")).to_be_visible()
    await page.get_by_role("button", name="More about this post").click()
    await page.get_by_role("button", name="Delete", exact=True).click()
    await expect(page.locator(".k-post")).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_text("Stays.")).to_be_visible()
    assert (await vera.api.get(f"/posts/{post}")).status_code == 200


async def test_pictures_whose_links_ran_out_are_asked_for_again(page: Page, server: Server, vera: Resident) -> None:
    post = await _posted(vera, [await add_picture(vera, photograph(seed=9))])
    await page.clock.set_fixed_time(datetime.now(UTC) + timedelta(hours=3))
    async with page.expect_request(f"**/api/v1/posts/{post}"):
        await _at(page, server, vera, "/")
    await expect(page.get_by_alt_text("Picture by Vera")).to_have_class("k-post-image k-loaded")


async def _at(page: Page, server: Server, who: Resident, path: str) -> None:
    await page.goto(f"{server.url}/sign-in?next={path}")
    await page.get_by_label("Name or e-mail").fill(who.handle)
    await page.get_by_label("Password", exact=True).fill(RESIDENT_PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await page.wait_for_url(f"{server.url}{path}")
    await page.locator(".k-feed").wait_for()


async def _posted(who: Resident, pictures: list[str], caption: str | None = None) -> str:
    made = await who.api.post("/posts", json={"media_ids": pictures, "caption": caption})
    assert made.status_code == 201, made.text
    return made.json()["id"]
