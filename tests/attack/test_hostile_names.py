"""Names made to do harm, wherever a picture's name comes in or appears: API, pages, downloads, zip (C26)."""

import io
import re
import zipfile
from collections.abc import AsyncIterator
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote

import pytest
from playwright.async_api import expect

from tests.attack.living import Living, living
from tests.browser.conftest import OpenPage, Server
from tests.browser.residents import add_picture, sign_in
from tests.painted import photograph

NAMES = (
    "../../../evil",
    "..\\..\\evil.jpg",
    "a\\b",
    "/etc/passwd",
    "C:\\Windows\\evil.jpg",
    "%2e%2e%2fevil.jpg",
    "nul\0byte.jpg",
    "CON",
    "lpt1.jpg",
    ".htaccess",
    "x" * 4096,
    "写" * 4096,
    "a\u202egpj.exe",
    "line\r\nSet-Cookie: kamra=evil.jpg",
    'quote".jpg; filename=evil.exe',
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!--<script>.jpg",
    "'\"><svg onload=alert(1)>.jpg",
    "{{ 7*7 }} ${7*7} {% x %}",
    "javascript:alert(1)",
    "-rf.jpg",
    "$(id).jpg",
    "\u2028\u2029.jpg",
    "\ufeff.jpg",
    " .. ",
    "",
)
SPOKEN = NAMES[15:21]  # those that some page, template or script might take for its own language
RUNNING = re.compile(r"<img src=x|<script>alert|<svg onload|<!--<script>", re.IGNORECASE)


@pytest.fixture
async def anna(server: Server) -> AsyncIterator[Living]:
    async with living(server, "Anna") as person:
        yield person


async def add_all(anna: Living) -> list[str]:
    """A picture under each name: announced by its file name, and for what no form can say, only so."""
    ids: list[str] = []
    for seed, name in enumerate(NAMES):
        data = photograph(width=64, height=48, seed=seed)
        told = {"content_type": "image/jpeg", "bytes": len(data), "filename": name}
        ticket = (await anna.who.api.post("/media/upload", json=told)).json()
        assert (await anna.browser.put(ticket["upload_url"], content=data)).status_code == 200
        done = await anna.who.api.post(f"/media/upload/{ticket['upload_id']}/complete")
        assert (done.status_code, done.json()["media_id"]) == (202, ticket["media_id"])
        ids.append(ticket["media_id"])
    return ids


def is_harmless(saved_as: str) -> bool:
    """Whether it is one file's name, in the very folder where it is saved, on every system."""
    return (
        0 < len(saved_as.encode()) <= 255
        and PurePosixPath(saved_as).name == PureWindowsPath(saved_as).name == saved_as
        and not PureWindowsPath(saved_as).is_reserved()
        and not re.search(r'[\x00-\x1f\x7f<>:"|?*\u202a-\u202e\u2066-\u2069]', saved_as)
        and saved_as.endswith(".jpg")
    )


async def test_c26_every_name_is_harmless_wherever_it_appears(server: Server, anna: Living) -> None:
    ids = await add_all(anna)
    for picture in (await anna.who.api.get("/media?limit=200")).json()["items"]:
        assert 1 <= len(picture["name"]) <= 100
        assert not re.search(r"[\x00-\x1f\u202a-\u202e]", picture["name"])
        answer = await anna.browser.get(picture["original_url"])
        said = re.fullmatch(
            r"attachment; filename=\"([ -~]+)\"; filename\*=UTF-8''(\S+)", answer.headers["content-disposition"]
        )
        assert said is not None, picture["name"]
        assert is_harmless(unquote(said[2])), unquote(said[2])
        assert not set(said[1]) & set("\"\\%'/")
        assert "set-cookie" not in answer.headers
    archive = await anna.who.api.post("/media/archive", json={"ids": ids})
    with zipfile.ZipFile(io.BytesIO(archive.content)) as opened:
        assert len({name.casefold() for name in opened.namelist()}) == len(NAMES)
        assert [name for name in opened.namelist() if not is_harmless(name)] == []
    stored = [path.relative_to(server.data) for path in server.data.rglob("*") if path.is_file()]
    assert [path for path in stored if re.search(r"evil|passwd|htaccess|gpj|写|xxx", str(path))] == []


async def test_c26_no_page_says_a_name_as_anything_but_text(server: Server, anna: Living, open_page: OpenPage) -> None:
    ids = [await add_picture(anna.who, photograph(width=64, height=48, seed=seed)) for seed, _ in enumerate(SPOKEN)]
    for media_id, name in zip(ids, SPOKEN, strict=True):
        changed = {"name": name, "alt": name, "tags": [name]}
        assert (await anna.who.api.patch(f"/media/{media_id}", json=changed)).json()["name"] == name
    for path in ("/library", f"/m/{ids[0]}", "/library?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"):
        answer = await anna.browser.get(path)
        assert answer.status_code == 200
        assert not RUNNING.search(answer.text), path
    page = await open_page(viewport={"width": 1280, "height": 800})
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    await sign_in(page, server, anna.who, "/settings")
    await page.goto(f"{server.url}/library")
    await expect(page.locator(".k-tile")).to_have_count(len(ids))
    for media_id, name in zip(ids, SPOKEN, strict=True):
        await page.goto(f"{server.url}/m/{media_id}")
        await expect(page.locator(".k-viewer").get_by_role("heading", name=name, exact=True)).to_be_visible()
    assert await page.evaluate("document.querySelectorAll('img[src=x], svg[onload]').length") == 0


@pytest.mark.parametrize("name", ["a\0b", "a\r\nb", "a\x1bb", "\ud800", "", " ", "x" * 101])
async def test_c26_a_name_that_no_screen_can_show_is_refused_where_a_person_writes_it(anna: Living, name: str) -> None:
    media_id = await add_picture(anna.who, photograph(width=64, height=48), "before.jpg")
    answer = await anna.who.api.patch(f"/media/{media_id}", content=_as_json(name))
    assert answer.status_code in {400, 422}
    assert (await anna.who.api.get(f"/media/{media_id}")).json()["name"] == "before.jpg"


def _as_json(name: str) -> bytes:
    escaped = "".join(f"\\u{ord(character):04x}" for character in name)
    return f'{{"name": "{escaped}"}}'.encode()
