"""Passwords, sessions and tokens on the settings page: what is ended there is over everywhere, at once."""

import asyncio
import os
import re
import sys

import httpx
import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Console, OpenPage, Server
from tests.browser.residents import RESIDENT_PASSWORD, Resident, move_in, sign_in

SIGN_IN = re.compile(r"/sign-in")


@pytest.fixture
async def anna(server: Server):
    resident = await move_in(server, "Anna")
    yield resident
    await resident.close()


async def test_a_new_password_takes_the_one_there_is(page: Page, server: Server, anna: Resident) -> None:
    await sign_in(page, server, anna, "/settings")
    await page.get_by_label("Your password now").fill("somebody else's")
    await page.get_by_label("New password").fill("a lantern in the fog")
    await page.get_by_role("button", name="Change the password").click()
    await expect(page.get_by_text("That is not your password.")).to_be_visible()
    await page.get_by_label("Your password now").fill(RESIDENT_PASSWORD)
    await page.get_by_label("New password").fill("short")
    await page.get_by_role("button", name="Change the password").click()
    await expect(page.get_by_text("Choose at least 8 characters; a short sentence is good.")).to_be_visible()


async def test_a9_a_new_password_closes_every_other_page_and_program(
    page: Page, open_page: OpenPage, server: Server, anna: Resident, console: Console
) -> None:
    console.expect("WebSocket|ERR_|Failed to load resource")
    elsewhere = await open_page()
    await sign_in(elsewhere, server, anna, "/settings")
    await sign_in(page, server, anna, "/settings")
    await page.get_by_label("Your password now").fill(RESIDENT_PASSWORD)
    await page.get_by_label("New password").fill("a lantern in the fog")
    await page.get_by_role("button", name="Change the password").click()
    await expect(page.get_by_text("Saved.")).to_be_visible()
    await elsewhere.wait_for_url(SIGN_IN)
    assert (await anna.api.get("/auth/me")).status_code == 401
    await expect(page.get_by_label("New password")).to_have_value("")
    await expect(page.locator(".k-row")).to_have_count(1)
    await page.reload()
    await expect(page.get_by_role("heading", name="Settings", level=1)).to_be_visible()


async def test_a_session_ended_from_afar_closes_its_page(
    page: Page, open_page: OpenPage, server: Server, anna: Resident, console: Console
) -> None:
    console.expect("WebSocket|ERR_|Failed to load resource")
    phone = await open_page(user_agent="Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1")
    await sign_in(phone, server, anna, "/settings")
    await sign_in(page, server, anna, "/settings")
    await expect(page.locator(".k-row", has_text="This device")).to_have_count(1)
    await page.get_by_role("button", name="Sign out: Safari on iPhone").click()
    await expect(page.get_by_text("Signed out there.")).to_be_visible()
    await phone.wait_for_url(SIGN_IN)
    await expect(page.get_by_text("Safari on iPhone")).to_be_hidden()


async def test_everything_else_is_signed_out_by_one_button(page: Page, server: Server, anna: Resident) -> None:
    await sign_in(page, server, anna, "/settings")
    await page.get_by_role("button", name="Sign out everywhere else").click()
    await expect(page.get_by_text("Signed out everywhere else.")).to_be_visible()
    await expect(page.get_by_role("button", name="Sign out everywhere else")).to_be_hidden()
    assert (await anna.api.get("/auth/me")).status_code == 401


async def test_a_press_on_a_page_whose_session_is_over_leads_to_the_sign_in(
    page: Page, server: Server, anna: Resident, services: dict[str, str]
) -> None:
    """The hint that closes pages may be lost, as here, where another process ends the session: each press asks."""
    await sign_in(page, server, anna, "/settings")
    # The database the server has, where that is not in its folder, and no Redis, through which the hint would come.
    database = {name: value for name, value in services.items() if name == "KAMRA_DATABASE_URL"}
    given = {"KAMRA_DATA": str(server.data), "KAMRA_PASSWORD": "a lantern in the fog"}
    environment = {**os.environ, **given, **database}
    command = (sys.executable, "-m", "ui", "accounts", "password", anna.handle)
    process = await asyncio.create_subprocess_exec(*command, env=environment)
    assert await process.wait() == 0
    await page.get_by_role("textbox", name="Name").fill("Somebody else")
    await page.get_by_role("button", name="Save", exact=True).click()
    await page.wait_for_url(SIGN_IN)


async def test_a_token_is_shown_once_works_and_ends(page: Page, server: Server, anna: Resident) -> None:
    await sign_in(page, server, anna, "/settings")
    await page.get_by_label("What is it for?").fill("backup")
    await page.get_by_label("What may it do?").select_option("write")
    await page.get_by_role("button", name="Make a token").click()
    await expect(page.get_by_text("Copy it now.")).to_be_visible()
    token = await page.get_by_label("Your new token").input_value()
    await expect(page.locator(".k-row", has_text="backup")).to_contain_text("read, write")
    async with httpx.AsyncClient(base_url=f"{server.url}/api/v1", headers={"Authorization": f"Bearer {token}"}) as api:
        assert (await api.get("/auth/me")).json()["handle"] == anna.handle
        await page.get_by_role("button", name="Remove: backup").click()
        await expect(page.get_by_text("You have none.")).to_be_visible()
        await expect(page.get_by_label("Your new token")).to_be_hidden()
        assert (await api.get("/auth/me")).status_code == 401


async def test_only_who_runs_this_kamra_is_offered_a_token_that_may_run_it(
    page: Page, server: Server, anna: Resident
) -> None:
    await sign_in(page, server, anna, "/settings")
    await expect(page.get_by_label("What may it do?").locator("option")).to_have_count(2)


async def test_a13_leaving_asks_for_the_password_and_takes_everything(
    page: Page, server: Server, anna: Resident
) -> None:
    await sign_in(page, server, anna, "/settings")
    await page.get_by_role("button", name="Delete my account").click()
    await page.get_by_label("Type your password to delete it all").fill("no idea")
    await page.get_by_role("button", name="Delete everything").click()
    await expect(page.get_by_text("That is not your password.")).to_be_visible()
    await page.get_by_label("Type your password to delete it all").fill(RESIDENT_PASSWORD)
    await page.get_by_role("button", name="Delete everything").click()
    await page.wait_for_url(SIGN_IN)
    gone = await anna.api.post("/auth/login", json={"login": anna.handle, "password": RESIDENT_PASSWORD})
    assert gone.status_code == 401
