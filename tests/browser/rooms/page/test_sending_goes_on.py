"""G81, G82: the server restarts while somebody sends, or the sender's page is loaded anew: little is sent twice."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.conftest import Console
from tests.browser.own_server import OwnServer
from tests.browser.rooms.engine.room_pages import RoomPages, add, foot_says
from tests.browser.rooms.page.saved import save_all, sha256
from tests.browser.rooms.page.sent_objects import object_bytes
from ui.rooms.client.objects import sealed_size

SIZE = 8_380_416 + 100_000  # of two parts, the last a small one
LAST_PART = "**/parts/1"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "film.mov"
    path.write_bytes(os.urandom(SIZE))
    return path


async def test_g82_a_sender_who_reloads_and_picks_the_same_file_sends_only_what_is_missing(
    rooms: RoomPages, kamra: OwnServer, file: Path
) -> None:
    link = await rooms.open_room()
    sender = await rooms.sender(link)
    await _send_up_to_the_last_part(sender, file)
    await sender.unroute(LAST_PART)
    await sender.reload()
    await foot_says(sender, "The page was reloaded and your browser let go of the files.")
    await add(sender, [file])
    await foot_says(sender, "The picture is kept until")
    assert object_bytes(kamra.folder / "line", link) <= 1.01 * sealed_size(SIZE) + 2**20
    assert await save_all(await rooms.visitor(link)) == {file.name: sha256(file)}


async def test_g81_a_server_that_restarts_in_the_middle_is_waited_for_and_nobody_s_page_is_loaded_anew(
    rooms: RoomPages, kamra: OwnServer, file: Path, console: Console
) -> None:
    console.expect("ERR_|WebSocket connection")
    link = await rooms.open_room()
    sender, visitor = await rooms.sender(link), await rooms.visitor(link)
    await expect(visitor.get_by_text("Nothing here yet.")).to_be_visible()
    await _send_up_to_the_last_part(sender, file)
    for page in (sender, visitor):
        await page.evaluate("window.isTheSamePage = true")
    await kamra.kill()
    await sender.unroute(LAST_PART)
    await foot_says(sender, "Connection lost. Going on as soon as it is back; nothing is lost.")
    await kamra.start()
    await foot_says(sender, "The picture is kept until")
    assert await save_all(visitor) == {file.name: sha256(file)}
    for page in (sender, visitor):
        assert await page.evaluate("window.isTheSamePage")


async def _send_up_to_the_last_part(sender: Page, file: Path) -> None:
    """Which then hangs."""

    async def hang(_: Route) -> None:
        """As long as the page is there."""

    await sender.route(LAST_PART, hang)
    async with sender.expect_request(LAST_PART):
        await add(sender, [file])
