"""People who live in the running Kamra of browser tests: each test brings its own, so that none disturbs another."""

import asyncio
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
from playwright.async_api import Page

from tests.browser.conftest import Server

RESIDENT_PASSWORD = "a ladder against the moon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """Somebody who joined by an invitation, and the API as they use it (paths below /api/v1)."""

    handle: str
    api: httpx.AsyncClient

    async def close(self) -> None:
        await self.api.aclose()

    async def me(self) -> dict[str, Any]:
        return (await self.api.get("/auth/me")).json()


async def move_in(server: Server, name: str, role: str = "member") -> Resident:
    """Have somebody join; the handle is the name and something that no other test has."""
    handle = f"{name.lower()}_{uuid4().hex[:8]}"
    owner = await api_of(server, server.login, server.password)
    try:
        code = (await owner.post("/invites", json={"follow": False})).json()["code"]
        joining = {"handle": handle, "display_name": name, "password": RESIDENT_PASSWORD, "invite": code}
        made = await owner.post("/users", json=joining)
        assert made.status_code == 201, made.text
        given = await owner.post(f"/admin/users/@{handle}/role", json={"role": role})
        assert given.status_code == 200, given.text
    finally:
        await owner.aclose()
    return Resident(handle=handle, api=await api_of(server, handle, RESIDENT_PASSWORD))


async def api_of(server: Server, login: str, password: str) -> httpx.AsyncClient:
    """The API as this person uses it after signing in."""
    client = httpx.AsyncClient(base_url=f"{server.url}/api/v1", timeout=30)
    answer = await client.post("/auth/login", json={"login": login, "password": password})
    assert answer.status_code == 200, answer.text
    client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    client.cookies.clear()
    return client


async def be_at(page: Page, server: Server, who: Resident, path: str) -> None:
    """Sign in by the form, and be at this path afterwards."""
    await page.goto(f"{server.url}/sign-in?next={path}")
    await page.get_by_label("Name or e-mail").fill(who.handle)
    await page.get_by_label("Password", exact=True).fill(RESIDENT_PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await page.wait_for_url(f"{server.url}{path}")


async def sign_in(page: Page, server: Server, who: Resident, path: str) -> None:
    """The same for a page of sections, once they are there."""
    await be_at(page, server, who, path)
    await page.locator(".k-section").first.wait_for()


async def add_picture(who: Resident, data: bytes, name: str = "photo.jpg") -> str:
    """The id of a picture of theirs, once it can be seen."""
    made = (await who.api.post("/media", files={"file": (name, data, "image/jpeg")})).json()
    async with asyncio.timeout(60):
        while True:
            if (await who.api.get(f"/media/{made['id']}")).json()["status"] == "completed":
                return made["id"]
            await asyncio.sleep(0.05)
