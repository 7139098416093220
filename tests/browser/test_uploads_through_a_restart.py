"""Pictures being added while the server stops and starts again: the page stays, and not one of them is lost."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, Process
from pathlib import Path

from playwright.async_api import FilePayload, Page, expect

from tests.browser.conftest import PASSWORD, Console, _free_port, _until_ready
from tests.painted import photograph

TRAY = ".k-tray"


async def test_the_page_keeps_its_files_until_a_restarted_server_has_them(
    page: Page, console: Console, tmp_path: Path
) -> None:
    console.expect("ERR_FAILED|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|WebSocket connection")
    console.expect("409 \\(Conflict\\)")  # the browser's own line about bytes that were there already
    port = _free_port()
    url = f"http://localhost:{port}"
    running = await _start(tmp_path, port)
    try:
        await _sign_in(page, url)
        await page.route("**/complete", lambda route: route.abort())
        await _choose(page, [_picture(number) for number in range(4)])
        await expect(page.locator(TRAY)).to_contain_text("Connection lost. Going on as soon as it is back")
        await page.evaluate("window.isTheSamePage = true")
        await _stop(running)
        await page.wait_for_function("!window.socket.connected")
        await expect(page.get_by_text("Trying to reconnect")).to_be_hidden()  # the tray says it

        running = await _start(tmp_path, port)
        await page.unroute("**/complete")
        await expect(page.locator(TRAY)).to_contain_text("4 pictures added.", timeout=60_000)
        assert await page.evaluate("window.isTheSamePage")
        await expect(page.locator(TRAY)).to_be_hidden(timeout=10_000)
        await page.wait_for_function("!window.isTheSamePage && window.socket?.connected")
        await expect(page.locator(".k-tile img")).to_have_count(4)
    finally:
        await page.close()
        await _stop(running)


async def _start(folder: Path, port: int) -> Process:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("KAMRA_", "PYTEST_"))}
    settings = {
        "KAMRA_DATA": str(folder / "data"),
        "KAMRA_HOST": "127.0.0.1",
        "KAMRA_PORT": str(port),
        "KAMRA_OWNER": f"owner:owner@example.com:{PASSWORD}",
        "KAMRA_WORKERS": "1",
    }
    command = (sys.executable, "-m", "ui", "serve")
    process = await asyncio.create_subprocess_exec(*command, env={**own, **settings}, stdout=DEVNULL, stderr=DEVNULL)
    await _until_ready(f"http://localhost:{port}", process)
    return process


async def _stop(process: Process) -> None:
    if process.returncode is None:
        process.terminate()
        await process.wait()


async def _sign_in(page: Page, url: str) -> None:
    await page.goto(f"{url}/sign-in?next=/library")
    await page.get_by_label("Name or e-mail").fill("owner")
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await page.wait_for_function("window.socket?.connected")


async def _choose(page: Page, files: list[FilePayload]) -> None:
    async with page.expect_file_chooser() as choosing:
        await page.get_by_role("button", name="Choose pictures").click()
    await (await choosing.value).set_files(files)


def _picture(number: int) -> FilePayload:
    return {"name": f"DSC_{number}.jpg", "mimeType": "image/jpeg", "buffer": photograph(seed=number)}
