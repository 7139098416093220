"""A running Kamra that one test has for itself, so that it may kill it, and the page of its owner."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, Process
from dataclasses import dataclass
from pathlib import Path

import httpx
from playwright.async_api import Page

from tests.browser.conftest import PASSWORD, ROOT, _free_port, _until_ready


@dataclass
class OwnServer:
    """Started and stopped as often as wanted, with the same data and at the same address."""

    folder: Path
    settings: dict[str, str]
    port: int
    process: Process | None = None
    program: str = "tests.quick_kamra"  # a module

    @property
    def log(self) -> Path:
        """What it wrote to standard error, each time it ran."""
        return self.folder / "log.txt"

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    async def start(self) -> None:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("KAMRA_", "PYTEST_"))}
        settings = {
            "KAMRA_DATA": str(self.folder / "data"),
            "KAMRA_HOST": "127.0.0.1",
            "KAMRA_PORT": str(self.port),
            "KAMRA_OWNER": f"owner:owner@example.com:{PASSWORD}",
            "KAMRA_WORKERS": "1",
        }
        command = (sys.executable, "-m", self.program, "serve")
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *command, cwd=ROOT, env={**own, **settings, **self.settings}, stdout=DEVNULL, stderr=log
            )
        await _until_ready(self.url, self.process)

    async def stop(self) -> None:
        """As a person stops it."""
        if self.process is not None and self.process.returncode is None:
            self.process.terminate()
            await self.process.wait()

    async def kill(self) -> None:
        """As a power cut stops it."""
        assert self.process is not None
        self.process.kill()
        await self.process.wait()

    async def sign_in(self, page: Page) -> None:
        """Be in the library, with the page's socket open."""
        await page.goto(f"{self.url}/sign-in?next=/library")
        await page.get_by_label("Name or e-mail").fill("owner")
        await page.get_by_label("Password", exact=True).fill(PASSWORD)
        await page.get_by_role("button", name="Sign in").click()
        await page.wait_for_function("window.socket?.connected")

    async def api(self) -> httpx.AsyncClient:
        """The API as its owner uses it."""
        client = httpx.AsyncClient(base_url=f"{self.url}/api/v1", timeout=30)
        answer = await client.post("/auth/login", json={"login": "owner", "password": PASSWORD})
        client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        client.cookies.clear()
        return client


def own_server(folder: Path, **settings: str) -> OwnServer:
    """One that is not started yet."""
    return OwnServer(folder=folder, settings=settings, port=_free_port())


async def originals_of(api: httpx.AsyncClient) -> dict[str, bytes]:
    """The originals of everything in a person's library, downloaded, by their names."""
    items = (await api.get("/media")).json()["items"]
    return {one["name"]: (await api.get(api.base_url.join(one["original_url"]))).content for one in items}
