"""Pictures being added while the server stops, or is killed, and starts again: the page stays, and nothing is lost."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.conftest import Console
from tests.browser.own_server import OwnServer, originals_of, own_server
from tests.browser.sent_bytes import PIECE, grain, listen
from tests.browser.slow_line import slow_line
from tests.painted import photograph

TRAY = ".k-tray"
SOON = 60_000
LOST = "Connection lost. Going on as soon as it is back; nothing is lost."


@pytest.fixture
async def server(tmp_path: Path, console: Console) -> AsyncIterator[OwnServer]:
    console.expect("ERR_|WebSocket connection")
    console.expect("409 \\(Conflict\\)")  # the browser's own line about bytes that were there already
    server = own_server(tmp_path)
    await server.start()
    yield server
    await server.stop()


async def test_the_page_keeps_its_files_until_a_restarted_server_has_them(page: Page, server: OwnServer) -> None:
    await server.sign_in(page)
    await page.route("**/complete", lambda route: route.abort())
    await _choose(page, [_picture(number) for number in range(4)])
    await expect(page.locator(TRAY)).to_contain_text(LOST)
    await page.evaluate("window.isTheSamePage = true")
    await server.stop()
    await page.wait_for_function("!window.socket.connected")
    await expect(page.get_by_text("Trying to reconnect")).to_be_hidden()  # the tray says it

    await server.start()
    await page.unroute("**/complete")
    await expect(page.locator(TRAY)).to_contain_text("4 pictures added.", timeout=SOON)
    assert await page.evaluate("window.isTheSamePage")
    await expect(page.locator(TRAY)).to_be_hidden()
    await page.wait_for_function("!window.isTheSamePage && window.socket?.connected")
    await expect(page.locator(".k-tile img")).to_have_count(4)
    await page.close()


async def test_a_server_killed_in_the_middle_loses_one_piece_at_most(
    page: Page, server: OwnServer, tmp_path: Path
) -> None:
    picture = tmp_path / "harbour.png"
    grain(picture)
    async with slow_line(server.port, slow_after=11_000_000) as line:
        await replace(server, port=line.port).sign_in(page)
        sent = listen(page)
        await page.evaluate("window.isTheSamePage = true")
        await _choose(page, picture)
        await expect(page.locator(TRAY)).to_contain_text(re.compile(r"\b[5-9]\d % of"), timeout=SOON)
        await server.kill()
        await expect(page.locator(TRAY)).to_contain_text(LOST, timeout=SOON)
        before = len(sent.firsts)
        line.slow_after = None
        await server.start()
        await expect(page.locator(TRAY)).to_contain_text("1 picture added.", timeout=SOON)
        assert sent.firsts[before] >= PIECE
        assert await page.evaluate("window.isTheSamePage")
        await page.close()
    api = await server.api()
    assert await originals_of(api) == {picture.name: picture.read_bytes()}  # a few MB, and nobody waits
    await api.aclose()


async def _choose(page: Page, files: list[FilePayload] | Path) -> None:
    async with page.expect_file_chooser() as choosing:
        await page.get_by_role("button", name="Choose pictures").click()
    await (await choosing.value).set_files(files)


def _picture(number: int) -> FilePayload:
    return {"name": f"DSC_{number}.jpg", "mimeType": "image/jpeg", "buffer": photograph(seed=number)}
