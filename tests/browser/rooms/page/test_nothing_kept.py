"""G58: a room that keeps nothing takes a photograph from browser to browser, and the server none of it."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.own_server import OwnServer
from tests.browser.rooms.engine.room_pages import RoomPages, add, foot_says
from tests.browser.rooms.page.saved import save_all, sha256
from tests.browser.rooms.page.sent_objects import object_calls
from tests.painted import photograph


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.jpg"
    path.write_bytes(photograph(width=1500, height=1000, seed=8))
    return path


async def test_g58_a_photograph_goes_straight_to_the_other_browser_and_not_a_byte_of_it_to_the_server(
    rooms: RoomPages, kamra: OwnServer, file: Path
) -> None:
    link = await rooms.open_room(keep="never")
    sender, visitor = await rooms.sender(link), await rooms.visitor(link)
    await add(sender, [file])
    await expect(visitor.locator("img.k-loaded")).to_have_count(1)
    assert await save_all(visitor) == {file.name: sha256(file)}
    await foot_says(sender, "has the one picture. You can close this page.")
    assert object_calls(kamra.folder / "line", link) == []
