"""Real room pages, and files to send."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser.conftest import Console
from tests.browser.rooms.engine.room_pages import RoomPages
from tests.browser.rooms.two_pages import TwoPages
from tests.painted import photograph


@pytest.fixture
async def rooms(browser: Browser, both_pages: TwoPages, console: Console) -> AsyncIterator[RoomPages]:
    """The test fails when a page wrote an error to its console."""
    rooms = RoomPages(browser=browser, host=both_pages.host, console=console)
    yield rooms
    await rooms.leave()
    assert console.unexpected() == []


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two photographs and something that is none."""
    folder = tmp_path_factory.mktemp("to send")
    for name, seed in (("fox.jpg", 1), ("lake.jpg", 2)):
        (folder / name).write_bytes(photograph("image/jpeg", width=900, height=600, seed=seed))
    (folder / "words.txt").write_bytes(b"some words\n" * 20_000)
    return sorted(folder.iterdir())
