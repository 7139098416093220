"""G59, G65: somebody sends and goes; who comes later has every byte of every file, whatever it is called."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.rooms.engine.room_pages import RoomPages, add, foot_says
from tests.browser.rooms.page.prepared import put
from tests.browser.rooms.page.saved import save_all, sha256
from tests.painted import photograph

HTML = b"<!doctype html><script>document.title = 'run'</script>"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two photographs of the same name in folders, another, and one of no bytes."""
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    for seed, name in enumerate(("one/IMG_0001.jpg", "other/IMG_0001.jpg", "fox.jpg")):
        (tmp_path / name).write_bytes(photograph(width=600, height=400, seed=seed))
    return [tmp_path / name for name in ("one/IMG_0001.jpg", "other/IMG_0001.jpg", "fox.jpg", "empty.txt")]


async def test_who_comes_when_the_sender_has_gone_gets_every_file_also_two_of_one_name_and_an_empty_one(
    rooms: RoomPages, files: list[Path]
) -> None:
    link = await rooms.open_room()
    sender = await rooms.sender(link)
    await add(sender, files)
    await foot_says(sender, "All 4 are kept until")
    await sender.close()
    visitor = await rooms.visitor(link)
    await expect(visitor.locator("img.k-loaded")).to_have_count(3)
    saved = await save_all(visitor)
    assert sorted(saved.values()) == sorted(map(sha256, files))
    assert {"IMG_0001.jpg", "fox.jpg", "empty.txt"} < set(saved)


async def test_names_that_would_do_harm_are_saved_as_harmless_ones_with_the_exact_bytes(
    rooms: RoomPages, tmp_path: Path
) -> None:
    (tmp_path / "page").write_bytes(HTML)
    (tmp_path / "picture").write_bytes(photograph(seed=4))
    link = await rooms.open_room()
    await put(link, [("innocent.jpg", tmp_path / "page"), ("../../x", tmp_path / "picture")])
    visitor = await rooms.visitor(link)
    saved = await save_all(visitor)
    assert sorted(saved.values()) == sorted(map(sha256, (tmp_path / "page", tmp_path / "picture")))
    assert "innocent.jpg" in saved
    assert not any("/" in name or "\\" in name or name.startswith(".") for name in saved)
