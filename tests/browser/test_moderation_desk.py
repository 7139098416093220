"""Looking after each other: a report, what moderators make of it, and the author's word about that."""

from collections.abc import AsyncIterator

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.browser.conftest import Console, OpenPage, Server
from tests.browser.residents import Resident, add_picture, be_at, move_in
from tests.painted import photograph


@pytest.fixture
async def vera(server: Server) -> AsyncIterator[Resident]:
    """Somebody who posts."""
    who = await move_in(server, "Vera")
    yield who
    await who.close()


@pytest.fixture
async def mo(server: Server) -> AsyncIterator[Resident]:
    """Somebody who moderates."""
    who = await move_in(server, "Mo", role="moderator")
    yield who
    await who.close()


@pytest.fixture
async def post(vera: Resident) -> str:
    """A public post of hers."""
    picture = await add_picture(vera, photograph(seed=3))
    made = await vera.api.post("/posts", json={"media_ids": [picture], "caption": "Frost", "visibility": "public"})
    return made.json()["id"]


@pytest.fixture
async def hers(open_page: OpenPage, server: Server, vera: Resident) -> Page:
    """Her open page of what she is told."""
    page = await open_page(viewport={"width": 390, "height": 844})
    await be_at(page, server, vera, "/notifications")
    return page


async def test_what_is_taken_down_comes_back_when_its_author_is_right(
    page: Page, hers: Page, server: Server, mo: Resident, post: str
) -> None:
    assert (await mo.api.post(f"/moderation/posts/{post}/flag", json={"reason": "Too cold"})).status_code == 201
    await be_at(page, server, mo, "/moderation")
    item = page.locator(".k-desk-item", has_text="Mo reported a post by Vera").first
    await expect(item.get_by_text("Too cold")).to_be_visible()
    assert (await Axe().run(page)).response["violations"] == []
    await item.get_by_role("button", name="Take down").click()
    await page.get_by_label("Why?").fill("Nobody wants to freeze.")
    await page.get_by_role("button", name="Take down").click()
    await expect(page.locator(".k-desk-item", has_text="by Vera")).to_have_count(0)
    assert (await mo.api.get(f"/posts/{post}")).status_code == 404

    await expect(hers.get_by_text("Nobody wants to freeze.")).to_be_visible()
    await hers.get_by_role("button", name="Appeal").click()
    await hers.get_by_label("Why should it come back?").fill("It is only a picture.")
    await hers.get_by_role("button", name="Send").click()
    await expect(hers.get_by_text("A moderator will look at it again")).to_be_visible()

    await page.get_by_role("link", name="Appeals").click()
    appeal = page.locator(".k-desk-item", has_text="It is only a picture.")
    await appeal.get_by_role("button", name="Uphold").click()
    await expect(appeal).to_have_count(0)
    await expect(hers.get_by_role("link", name="your post is there again")).to_have_attribute("href", f"/p/{post}")
    assert (await mo.api.get(f"/posts/{post}")).status_code == 200
    await page.get_by_role("link", name="History").click()
    await expect(page.get_by_text("The chain holds")).to_be_visible()


async def test_who_saw_something_reports_it_once(
    page: Page, server: Server, mo: Resident, post: str, console: Console
) -> None:
    console.expect("409")
    await be_at(page, server, mo, f"/p/{post}")
    for answer in ("Thank you.", "already"):
        await page.get_by_role("button", name="More about this post").click()
        await page.get_by_role("button", name="Report", exact=True).click()
        dialog = page.get_by_role("dialog", name="Report the post by Vera")
        await dialog.get_by_label("What is the matter?").fill("Too cold")
        await dialog.get_by_role("button", name="Report").click()
        await expect(dialog.get_by_text(answer)).to_be_visible()
        await dialog.get_by_role("button", name="Close").click()
        await expect(dialog).to_have_count(0)


async def test_history_goes_back_to_the_first_entry_and_who_is_shut_out_is_let_in(
    page: Page, server: Server, vera: Resident, mo: Resident
) -> None:
    who = f"/moderation/users/@{vera.handle}"
    for _ in range(16):
        assert (await mo.api.post(f"{who}/suspend", json={"reason": "Loud"})).status_code == 204
        assert (await mo.api.post(f"{who}/unsuspend")).status_code == 204
    assert (await mo.api.post(f"{who}/suspend", json={"reason": "Loud again"})).status_code == 204
    await be_at(page, server, mo, "/moderation/audit")
    newest = page.locator(".k-desk-entry", has_text="Mo suspended Vera").first
    await expect(newest).to_contain_text("Loud again")
    await page.locator(".k-desk-entry").last.scroll_into_view_if_needed()
    await expect(page.locator(".k-desk-entry > .k-fact").get_by_text("1", exact=True)).to_be_attached()
    await newest.get_by_role("button", name="Let Vera in again").click()
    await expect(page.locator(".k-desk-entry").first).to_contain_text("Mo let in again Vera")
    assert (await mo.api.get(f"/users/@{vera.handle}")).status_code == 200


async def test_the_desk_is_for_moderators(page: Page, server: Server, vera: Resident, console: Console) -> None:
    console.expect("403")
    await be_at(page, server, vera, "/notifications")
    answer = await page.goto(f"{server.url}/moderation")
    assert answer is not None
    assert answer.status == 403
    await expect(page.get_by_role("heading", name="Not for you.")).to_be_visible()
