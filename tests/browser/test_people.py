"""The page of the person who runs this Kamra."""

import re

import httpx
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.browser.conftest import Console, OpenPage, Server
from tests.browser.residents import RESIDENT_PASSWORD, Resident, move_in, sign_in


@pytest.fixture
async def ada(server: Server):
    """Somebody who runs this Kamra."""
    resident = await move_in(server, "Ada", role="admin")
    yield resident
    await resident.close()


@pytest.fixture
async def ben(server: Server):
    resident = await move_in(server, "Ben")
    yield resident
    await resident.close()


async def manage(page: Page, who: Resident) -> None:
    await page.locator(".k-row", has_text=f"@{who.handle}").get_by_role("button").click()
    await expect(page.get_by_role("heading", name=f"@{who.handle}")).to_be_visible()


async def test_others_are_told_that_it_is_not_for_them(
    page: Page, server: Server, ben: Resident, console: Console
) -> None:
    console.expect("403")
    await sign_in(page, server, ben, "/settings")
    answer = await page.goto(f"{server.url}/people")
    assert answer is not None
    assert answer.status == 403
    await expect(page.get_by_role("heading", name="Not for you.")).to_be_visible()


async def test_it_shows_who_is_here_and_what_it_all_comes_to(
    page: Page, server: Server, ada: Resident, ben: Resident
) -> None:
    await sign_in(page, server, ada, "/people")
    await expect(page.locator(".k-row", has_text=f"@{ben.handle}")).to_contain_text("Member · 0 bytes")
    await expect(page.locator(".k-row", has_text=f"@{ada.handle}")).to_contain_text("You")
    facts = page.locator(".k-page > p.k-fact")
    await expect(facts).to_have_text(re.compile(r"\d+ people · \d+ pictures? · .+ of originals · .+ free · version \d"))


async def test_an_invitation_is_made_opened_and_taken_back(
    page: Page, open_page: OpenPage, server: Server, ada: Resident
) -> None:
    await sign_in(page, server, ada, "/people")
    await page.get_by_role("button", name="Make an invitation").click()
    await expect(page.get_by_text("It works once, until")).to_contain_text("You will follow each other.")
    address = await page.get_by_label("Invitation", exact=True).input_value()
    visitor = await open_page()
    await visitor.goto(address)
    await expect(visitor.get_by_text("Ada invites you to their Kamra.")).to_be_visible()
    await page.get_by_role("button", name="Take back: Invitation").click()
    await expect(page.get_by_text("Taken back.")).to_be_visible()
    async with httpx.AsyncClient() as client:
        assert (await client.get(address)).status_code == 410


async def test_a86_a_forgotten_password_is_back_by_a_link_that_works_once(
    page: Page, open_page: OpenPage, server: Server, ada: Resident, ben: Resident
) -> None:
    await sign_in(page, server, ada, "/people")
    await manage(page, ben)
    await page.get_by_role("button", name="Make a reset link").click()
    await expect(page.get_by_text("Give this to Ben yourself.")).to_be_visible()
    address = await page.get_by_label("Reset link").input_value()
    visitor = await open_page()
    await visitor.goto(address)
    await visitor.get_by_label("Password", exact=True).fill("a kettle full of stars")
    await visitor.get_by_role("button", name="Keep this password").click()
    await visitor.wait_for_url(re.compile("/sign-in"))
    async with httpx.AsyncClient(base_url=f"{server.url}/api/v1") as client:
        again = await client.post("/auth/login", json={"login": ben.handle, "password": "a kettle full of stars"})
        assert again.status_code == 200
        assert (await client.get(address)).status_code == 410


async def test_a_role_is_given(page: Page, server: Server, ada: Resident, ben: Resident) -> None:
    await sign_in(page, server, ada, "/people")
    await manage(page, ben)
    await page.get_by_label("Role").select_option("moderator")
    await page.get_by_role("button", name="Change the role").click()
    await expect(page.get_by_text("Saved.")).to_be_visible()
    assert (await ben.me())["role"] == "moderator"
    await expect(page.locator(".k-row", has_text=f"@{ben.handle}")).to_contain_text("Moderator")


async def test_a14_suspending_closes_open_pages_and_is_undone(
    open_page: OpenPage, server: Server, ada: Resident, ben: Resident, console: Console
) -> None:
    console.expect("WebSocket|ERR_|Failed to load resource")
    page, theirs = await open_page(), await open_page()
    await sign_in(theirs, server, ben, "/settings")
    await sign_in(page, server, ada, "/people")
    await manage(page, ben)
    await page.get_by_role("button", name="Suspend", exact=True).click()
    await expect(page.locator(".k-field-trouble")).to_be_visible()
    await page.get_by_label("Why? They will read this.").fill("Too many sunsets.")
    await page.get_by_role("button", name="Suspend", exact=True).click()
    await expect(page.get_by_text("Suspended: Too many sunsets.")).to_be_visible()
    await theirs.wait_for_url(re.compile("/sign-in"))
    refused = await ben.api.get("/auth/me")
    assert (refused.status_code, refused.json()["code"]) == (403, "account_suspended")
    await expect(page.locator(".k-row", has_text=f"@{ben.handle}")).to_contain_text("Suspended until")
    await page.get_by_role("button", name="Let them in again").click()
    await expect(page.get_by_label("Why? They will read this.")).to_be_visible()
    await theirs.goto(f"{server.url}/settings")
    await expect(theirs.get_by_role("heading", name="Settings", level=1)).to_be_visible()


async def test_removing_somebody_takes_their_handle_to_be_typed(
    page: Page, server: Server, ada: Resident, ben: Resident
) -> None:
    await sign_in(page, server, ada, "/people")
    count = await page.locator(".k-fact", has_text="people ·").inner_text()
    await manage(page, ben)
    typed = page.get_by_label(f"Type @{ben.handle} to do it")
    await typed.fill("ben")
    await page.get_by_role("button", name="Remove Ben").click()
    await expect(page.get_by_text(f"That is not @{ben.handle}.")).to_be_visible()
    await typed.fill(f"@{ben.handle}")
    await page.get_by_role("button", name="Remove Ben").click()
    await expect(page.get_by_text("Ben is gone.")).to_be_visible()
    await expect(page.locator(".k-row", has_text=f"@{ben.handle}")).to_have_count(0)
    await expect(page.get_by_text(count)).to_have_count(0)
    gone = await ada.api.post("/auth/login", json={"login": ben.handle, "password": RESIDENT_PASSWORD})
    assert gone.status_code == 401


async def test_whoever_is_no_admin_any_more_cannot_press_anything_there(
    page: Page, server: Server, ada: Resident
) -> None:
    await sign_in(page, server, ada, "/people")
    given = await ada.api.post(f"/admin/users/@{ada.handle}/role", json={"role": "member"})
    assert given.status_code == 200
    await page.get_by_role("button", name="Make an invitation").click()
    await expect(page.get_by_text("This takes another role on this Kamra than yours.")).to_be_visible()


async def test_who_may_invite_is_decided_there(page: Page, server: Server, ada: Resident, ben: Resident) -> None:
    assert (await ben.api.post("/invites")).status_code == 403
    await sign_in(page, server, ada, "/people")
    invites = page.get_by_role("switch", name="Everybody here may invite")
    await invites.check()
    await expect(page.get_by_text("Saved.")).to_be_visible()
    assert (await ben.api.post("/invites")).status_code == 201
    await invites.uncheck()
    await expect(page.get_by_text("Saved.")).to_be_visible()


async def test_a79_people_can_be_used_by_everybody_also_on_a_small_phone(
    open_page: OpenPage, server: Server, ada: Resident, ben: Resident
) -> None:
    page = await open_page(viewport={"width": 320, "height": 640})
    await sign_in(page, server, ada, "/people")
    await manage(page, ben)
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = (await Axe().run(page)).response["violations"]
        assert [(scheme, it["id"]) for it in found if it["impact"] in {"critical", "serious"}] == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
