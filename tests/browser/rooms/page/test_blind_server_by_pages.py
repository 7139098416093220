"""G60, G70: of a whole session by real pages nothing that the server heard, said, logged or keeps tells of its content.

Nor do the pages ask anybody else for anything.
"""

import hashlib
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Console
from tests.browser.own_server import OwnServer
from tests.browser.rooms.engine.room_pages import RoomPages, add, foot_says
from tests.browser.rooms.page.saved import save_all, sha256
from tests.painted import photograph
from tests.rooms.leaks import Forbidden
from tests.rooms.server_remains import Seen, below, recorded, rows
from ui.rooms.client.described import describe
from ui.rooms.client.secret import RoomKeys, parse_link, room_keys

PASSWORD = "ein Fahrrad aus Regen"
TITLE = "Hochzeit von Käthe & Søren"
NOTE = "Das zweite bitte für Großmutter"
BERTRAM = "Bertram Øyehaug"
NAMES = ("Käthe am Öresund 0117.jpg", "unterschrieben_vertrag.pdf")
_HOSTS = "performance.getEntriesByType('resource').map(({ name }) => new URL(name).host).filter(Boolean)"
ASSETS = b" /assets/"  # the same for everybody


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, content in zip(NAMES, (photograph(seed=3), b"%PDF" + bytes(range(256)) * 4), strict=True):
        (tmp_path / name).write_bytes(content)
    return [tmp_path / name for name in NAMES]


async def test_g60_g70_the_server_learns_no_secret_no_name_and_no_piece_of_a_file_and_nobody_else_is_asked(
    rooms: RoomPages, kamra: OwnServer, files: list[Path], console: Console
) -> None:
    console.expect("401")  # a wrong guess
    before = {path.name for path in (kamra.folder / "line").iterdir()}
    link = await rooms.open_room(TITLE, password=PASSWORD)
    sender = await _enter(await rooms.sender(link), PASSWORD)
    await add(sender, files)
    await foot_says(sender, "All 2 are kept until")
    visitor = await _enter(await rooms.visitor(link), f"{PASSWORD}!", PASSWORD)
    assert sorted((await save_all(visitor)).values()) == sorted(map(sha256, files))
    await _write_a_note(visitor)
    await expect(sender.get_by_text(BERTRAM)).to_be_visible()  # told by a signal
    await sender.locator(".k-print-edge").nth(1).click()
    await expect(sender.get_by_text(NOTE)).to_be_visible()

    seen = [
        *_of_this_session(kamra.folder / "line", before),
        *await _kept(kamra.folder / "data"),
        ("log", kamra.log.read_bytes()),
    ]
    assert sum(len(text) for where, text in seen if where.startswith("line")) > 3 * sum(map(_size, files))
    keys = room_keys(parse_link(link).secret, PASSWORD)
    assert [leaks for one in _forbidden(parse_link(link).secret, keys, files) if (leaks := one.leaks_in(seen))] == []
    assert {host for page in (sender, visitor) for host in await page.evaluate(_HOSTS)} == {urlsplit(link).netloc}


async def _enter(page: Page, *passwords: str) -> Page:
    for password in passwords:
        await page.get_by_label("Password").fill(password)
        await page.get_by_role("button", name="Open the room").click()
        if password != PASSWORD:
            await expect(page.get_by_text("That is not the password.")).to_be_visible()
    await expect(page.locator(".k-room-facts")).to_be_visible()
    return page


async def _write_a_note(page: Page) -> None:
    await page.locator(".k-print-edge").nth(1).click()
    details = page.get_by_role("dialog", name="Number 2")
    await details.get_by_label("Write a note").fill(NOTE)
    await details.get_by_role("button", name="Send").click()
    await page.get_by_label("Your name").fill(BERTRAM)
    await page.get_by_role("button", name="Go on").click()


def _of_this_session(folder: Path, before: set[str]) -> list[Seen]:
    """But for the files of the page itself."""
    lines = [(where, text) for where, text in recorded(folder) if where.split()[-1] not in before]
    assets = {where.removesuffix("-came") for where, text in lines if ASSETS in text.partition(b"\n")[0]}
    return [(where, text) for where, text in lines if where.rpartition("-")[0] not in assets]


async def _kept(data: Path) -> list[Seen]:
    """Every row, and every file but the database's own, searched where the protocol is tested, and the ballast."""
    files = [(where, text) for where, text in below(data) if ".db" not in where and where != "file ballast"]
    return files + [row async for row in rows(f"sqlite+aiosqlite:///{data / 'kamra.db'}")]


def _forbidden(secret: bytes, keys: RoomKeys, files: list[Path]) -> list[Forbidden]:
    """What nobody but the members may ever know: what they wrote, what they sent, and the keys to it."""
    words = {"title": TITLE, "note": NOTE, "password": PASSWORD, "person": BERTRAM, "name": NAMES[0], "other": NAMES[1]}
    described = [describe(keys, path) for path in files]
    secrets = {"secret": secret, "password's key": keys.base[32:], "entry": keys.entry, "signal": keys.signal}
    secrets |= {"confirm": keys.confirm, "object id": keys.object_id}
    secrets |= {f"key {number}": one.key for number, one in enumerate(described)}
    secrets |= {f"root {number}": one.name.root for number, one in enumerate(described)}
    secrets |= {f"hash {path.name}": hashlib.sha256(path.read_bytes()).digest() for path in files}
    contents = {path.name: path.read_bytes() for path in files}
    return [
        Forbidden(words={what: word.encode() for what, word in words.items()}, pieces=contents, window=32),
        Forbidden(words={}, pieces=secrets, window=8),
    ]


def _size(path: Path) -> int:
    return path.stat().st_size
