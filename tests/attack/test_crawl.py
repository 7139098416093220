"""Every route there is, asked by somebody signed in and by nobody (H74, H75, H84)."""

import hashlib
import re
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import pytest

from tests.attack.living import Living, browsing, living
from tests.attack.print_routes import printed_routes
from tests.browser.conftest import Console, OpenPage, Server
from tests.browser.residents import add_picture
from tests.painted import photograph

# What anybody may read: none of it says who is here.
FOR_ALL = {
    "/",
    "/health",
    "/ready",
    "/metrics",  # from this machine itself
    "/help",
    "/sign-in",
    "/r",  # what stands in a room is for who has its link, and comes by calls
    "/api/docs",
    "/api/v1/openapi.json",
    "/favicon.ico",
    "/robots.txt",
}
MADE_UP = "0190a6b0-0000-7000-8000-000000000000"
# A sweep writes these when it likes, and lighter renditions are made in the background, whoever asks for what.
SEEN = {
    "accounts": {"seen_at"},
    "sessions": {"seen_at", "expires_at"},
    "media": {"lighter_at", "lighter_attempts"},
}
LATER = {"renditions": "WHERE content_type <> 'image/avif'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """Somebody with a picture, ids of theirs by the names that paths give them, and words that only they know."""

    person: Living
    ids: dict[str, str]
    words: tuple[str, ...]
    links: tuple[str, ...]
    lasting: tuple[str, ...]


@pytest.fixture(scope="module")
async def planted(server: Server) -> AsyncIterator[Planted]:
    async with living(server, "Plantagenet", "admin") as person:
        api, handle = person.who.api, person.who.handle
        picture = await add_picture(person.who, photograph(), "plantedpicture.jpg")
        told = {"name": "plantedname", "tags": ["plantedtag"], "alt": "plantedalt"}
        media = (await api.patch(f"/media/{picture}", json=told)).json()
        await api.patch(f"/users/@{handle}", json={"bio": "plantedbio", "avatar_media_id": picture})
        me = await person.who.me()
        upload = (await api.post("/media/upload", json={"content_type": "image/jpeg", "bytes": 9})).json()
        token = (await api.post("/auth/token", json={"name": "plantedtoken", "scopes": ["read"]})).json()
        posts = [
            (
                await api.post("/posts", json={"media_id": picture, "caption": "plantedcaption", "visibility": one})
            ).json()
            for one in ("public", "followers", "me")
        ]
        await api.post(f"/posts/{posts[0]['id']}/comment", json={"body": "plantedcomment"})
        ids = {
            "media_id": picture,
            "post_id": posts[0]["id"],
            "handle": handle,
            "place": "1",
            "user_id": f"@{handle}",
            "account_id": me["id"],
            "upload_id": upload["upload_id"],
            "token_id": token["id"],
            "session_id": (await api.get("/auth/sessions")).json()["items"][0]["id"],
            "code": (await api.post("/invites")).json()["code"],
            "file": "original",
        }
        words = (
            *(handle, "Plantagenet", "planted", me["id"], picture, media["sha256"], "owner@example.com"),
            *(post["id"] for post in posts),
        )
        links = (media["original_url"], media["renditions"][0]["url"], me["avatar"]["url"])
        lasting = tuple(
            f"/p/{post['id']}{size}" for post in posts for size in ("", f"/1/{media['renditions'][0]['width']}.jpg")
        )
        yield Planted(person=person, ids=ids, words=words, links=links, lasting=lasting)


@pytest.fixture(scope="module")
def routes() -> list[tuple[str, str]]:
    return printed_routes()


@pytest.fixture
async def nobody(server: Server) -> AsyncIterator[httpx.AsyncClient]:
    async with browsing(server) as client:
        yield client


def filled(path: str, ids: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)(:path)?\}", lambda found: ids.get(found.group(1), "x"), path)


def rows(server: Server) -> dict[str, str]:
    """What each table holds, as a hash of all its rows."""
    with sqlite3.connect(f"file:{server.data / 'kamra.db'}?mode=ro", uri=True) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: _hash(database, name) for name in names if name != "turns"}
    database.close()
    return found


def _hash(database: sqlite3.Connection, table: str) -> str:
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    kept = [f'"{column}"' for column in columns if column not in SEEN.get(table, set())]
    found = sorted(map(repr, database.execute(f"SELECT {', '.join(kept)} FROM {table} {LATER.get(table, '')}")))  # noqa: S608  # our own tables' names
    return hashlib.sha256("\n".join(found).encode()).hexdigest()


async def test_no_get_changes_a_row_h74(server: Server, planted: Planted, routes: list[tuple[str, str]]) -> None:
    before = rows(server)
    seen: dict[str, int] = {}
    for method, path in routes:
        if method == "GET":
            answer = await planted.person.browser.get(filled(path, planted.ids))
            await planted.person.who.api.get(f"{server.url}{filled(path, planted.ids)}")
            seen[path] = answer.status_code
    for link in planted.links:
        assert (await planted.person.browser.get(link)).status_code == 200
    assert rows(server) == before
    assert [path for path, status in seen.items() if status >= 500] == []
    assert {seen["/library"], seen["/settings"], seen["/people"], seen["/m/{media_id}"]} == {200}


async def test_nobody_finds_a_person_or_a_picture_h84(
    server: Server, planted: Planted, nobody: httpx.AsyncClient, routes: list[tuple[str, str]]
) -> None:
    before = rows(server)
    told: list[str] = []
    unknown = planted.ids | {"code": "made-up-code"}  # who was given a code may know who invites
    for method, path in routes:
        for ids in (unknown, dict.fromkeys(unknown, MADE_UP)):
            answer = await nobody.request(method, filled(path, ids), json=None if method in {"GET", "HEAD"} else {})
            said = f"{method} {path} {answer.status_code}"
            asked = {ids[name] for name in re.findall(r"\{(\w+)", path) if name in ids}
            text = answer.text + str(answer.headers)
            told += [f"{said} says {word}" for word in planted.words if word in text and word not in asked]
            if answer.status_code >= 500 or (answer.status_code < 300 and path not in FOR_ALL):
                told.append(said)
            if answer.status_code == 303 and "/sign-in" not in answer.headers["location"]:
                told.append(f"{said} {answer.headers['location']}")
    for link in planted.links:
        bare = await nobody.get(link.partition("?")[0])
        assert bare.status_code == 403
    for path in planted.lasting:
        bare, said = await nobody.get(path), f"GET {path}"
        told += [f"{said} says {word}" for word in planted.words if word in bare.text and word not in path]
        told += [] if bare.status_code in {303, 404} else [f"{said} {bare.status_code}"]
    assert told == []
    counted = {"failed_logins": ""}  # the sign-in form was sent, too
    assert rows(server) | counted == before | counted


def wrapped(answer: httpx.Response) -> list[str]:
    """What is missing of what every answer carries."""
    headers = answer.headers
    policy = headers.get("content-security-policy", "")
    scripts = re.search(r"script-src ([^;]*)", policy)
    allowed = scripts.group(1) if scripts else re.sub(r".*default-src ([^;]*).*", r"\1", policy)
    missing = {
        "nosniff": headers.get("x-content-type-options") == "nosniff",
        "frames": headers.get("x-frame-options") == "DENY",
        "policy": bool(policy) and "unsafe-inline" not in allowed and "*" not in allowed and "http" not in allowed,
        "referrer": headers.get("referrer-policy") in {"same-origin", "no-referrer"},
        "id": bool(headers.get("x-request-id")),
    }
    return [name for name, there in missing.items() if not there]


async def test_every_answer_of_every_route_is_wrapped_h75(
    server: Server, planted: Planted, nobody: httpx.AsyncClient, routes: list[tuple[str, str]]
) -> None:
    asked = [(method, filled(path, planted.ids)) for method, path in routes if method in {"GET", "HEAD", "TRACE"}]
    page = (await planted.person.browser.get("/library")).text
    parts = re.findall(r'(?:src|href)="(/[^"]+)"', page) + re.findall(r'"(/(?:assets|_nicegui)/[^"]+\.js)"', page)
    asked += [("GET", part) for part in dict.fromkeys(parts)]
    asked += [("GET", link) for link in planted.links] + [("HEAD", link) for link in planted.links]
    asked += [("GET", path) for path in ("/nothing", "/assets/none.js", "/%00", "/..%2f", "/media/x/y", "/x" * 2000)]
    asked += [("POST", "/nothing"), ("DELETE", "/library"), ("PROPFIND", "/"), ("OPTIONS", "/api/v1/media")]
    loose: list[str] = []
    for who in (planted.person.browser, nobody):
        for method, path in asked:
            answer = await who.request(method, path)
            loose += [f"{method} {path} {answer.status_code}: {one}" for one in wrapped(answer)]
    ranged = await nobody.get(planted.links[0], headers={"Range": "bytes=0-3"})
    unranged = await nobody.get(planted.links[0], headers={"Range": "bytes=999999999-"})
    known = await nobody.get(planted.links[0], headers={"If-None-Match": "*"})
    assert [ranged.status_code, unranged.status_code, known.status_code] == [206, 416, 304]
    loose += [one for answer in (ranged, unranged, known) for one in wrapped(answer)]
    assert loose == []
    assert len(parts) > 5


@pytest.mark.parametrize("path", ["/library", "/m/{media_id}", "/settings", "/people", "/_design"])
async def test_a_page_in_a_browser_breaks_none_of_its_own_rules_h75(
    server: Server, planted: Planted, open_page: OpenPage, console: Console, path: str
) -> None:
    """The console says so when a policy is broken; `open_page` fails the test then."""
    page = await open_page()
    name, _, value = planted.person.cookie.partition("=")
    await page.context.add_cookies([{"name": name, "value": value, "url": server.url}])
    await page.goto(server.url + filled(path, planted.ids))
    await page.locator("main").first.wait_for()
    await page.wait_for_function("window.did_handshake === true")
    assert console.complaints == []


@pytest.mark.parametrize("path", ["/sign-in", "/help", "/api/docs", "/setup/x", "/nothing"])
async def test_a_plain_page_in_a_browser_breaks_none_of_its_own_rules_h75(
    server: Server, open_page: OpenPage, console: Console, path: str
) -> None:
    page = await open_page()
    console.expect("404")
    await page.goto(server.url + path)
    await page.locator("main").first.wait_for()
    assert console.unexpected() == []
