"""The search for people and posts as one types, and the pages of hashtags and of everybody's public posts."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.residents import Resident, move_in
from tests.browser.test_profile import post, visit


@pytest.fixture
async def mira(server: Server) -> AsyncIterator[Resident]:
    resident = await move_in(server, "Mira")
    yield resident
    await resident.close()


async def test_people_and_posts_are_found_as_one_types_and_the_address_follows(
    page: Page, server: Server, mira: Resident
) -> None:
    word = f"lake{uuid4().hex[:8]}"
    id = await post(mira, f"By the {word} #{word}s")
    await visit(page, server, mira, "/help")
    await page.goto(f"{server.url}/search")
    field = page.get_by_role("searchbox", name="Search people, captions and #tags")
    await expect(field).to_be_focused()
    await field.press_sequentially(mira.handle)
    await expect(page.get_by_role("link", name=f"@{mira.handle}")).to_have_attribute("href", f"/@{mira.handle}")
    await field.fill(word[:7])
    await expect(page.get_by_role("link", name="Post by Mira")).to_have_attribute("href", f"/p/{id}")
    await expect(page).to_have_url(f"{server.url}/search?q={word[:7]}")
    await field.fill(f"#{word}")
    await expect(page.get_by_role("heading", name="Nobody and nothing.")).to_be_visible()
    await field.fill(f"#{word}S")
    await expect(page.get_by_role("link", name="Post by Mira")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("link", name="Post by Mira")).to_be_visible()
    await expect(field).to_have_value(f"#{word}S")


async def test_the_field_in_the_bar_leads_to_the_search(page: Page, server: Server, mira: Resident) -> None:
    await visit(page, server, mira, "/explore")
    await page.get_by_role("searchbox", name="Search").fill("nobody at all")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("No person, caption or tag matches “nobody at all”.")).to_be_visible()


async def test_a_hashtag_has_a_page_and_public_posts_have_theirs(page: Page, server: Server, mira: Resident) -> None:
    tag = f"žaba{uuid4().hex[:8]}"
    await post(mira, f"#{tag}")
    await visit(page, server, mira, f"/tags/{tag.upper()}")
    await expect(page.get_by_role("heading", name=f"#{tag}", level=1)).to_be_visible()
    await expect(page.get_by_role("link", name="Post by Mira")).to_have_count(1)
    await page.goto(f"{server.url}/tags/{tag}x")
    await expect(page.get_by_text(f"Nothing that you may see says #{tag}x.")).to_be_visible()
    await page.goto(f"{server.url}/explore")
    await expect(page.get_by_role("link", name="Post by Mira").first).to_be_visible()
