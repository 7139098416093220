"""Half characters, NUL, huge numbers and nests of brackets in every field: refused, never a 5xx (4xx or 2xx only)."""

import json

import httpx
import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from tests.attack.test_strangers import UNKNOWN
from tests.painted import photograph
from tests.people import add_person, sign_in

TEXTS = (
    "\0",
    "a\0b",
    "\ud800",
    "\udfff\ud800",
    "\ufffe",
    "\u202e",
    "a\r\nX: y",
    "%00",
    "' OR 1=1 --",
    "é" * 2000,
    "\U0001f469\u200d" * 60,
    "{{7*7}}",
    "x" * 300_000,
)
OTHERS: tuple[object, ...] = (10**18, -(10**18), 10**400, 1e308, -1, 0, True, None, [], {}, [[]], {"a": {}}, 1.5)
FIELDS = {
    "POST /auth/login": {"login": "a", "password": "b"},
    "POST /auth/refresh": {"refresh_token": "a"},
    "POST /auth/revoke": {"refresh_token": "a"},
    "POST /auth/password": {"current": "a", "new": "a bicycle of snow"},
    "POST /auth/reset": {"code": "a", "new": "a bicycle of snow"},
    "POST /auth/token": {"name": "a", "scopes": ["read"], "expires_in_days": 1},
    "POST /users": {"handle": "abc", "display_name": "a", "password": "b", "email": "c", "bio": "d", "invite": "e"},
    "PATCH /users/@boss": {"display_name": "a", "bio": "", "avatar_media_id": UNKNOWN, "is_private": False},
    "POST /invites": {"days": 1, "follow": True},
    "POST /admin/users/@boss/role": {"role": "admin"},
    "PATCH /admin/decisions": {"public_pages": False},
    "POST /moderation/users/@ada/suspend": {"reason": "a", "until": "2030-01-01T00:00:00Z"},
    "POST /moderation/users/@ada/flag": {"reason": "a"},
    f"POST /moderation/posts/{UNKNOWN}/takedown": {"reason": "a"},
    "POST /moderation/appeals": {"target": {"kind": "post", "id": UNKNOWN}, "text": "a"},
    "POST /moderation/appeals/suspension": {"login": "a", "password": "b", "text": "c"},
    "POST /media/upload": {
        "content_type": "image/jpeg",
        "bytes": 5,
        "filename": "a.jpg",
        "sha256": "ab",
        "draft": False,
    },
    "POST /rooms": {"room_id": "0f" * 16, "auth_hash": "0f" * 32, "owner_hash": "0f" * 32, "keep": "ask", "days": 1},
    "PATCH /media/{media}": {"name": "a", "tags": ["a"], "alt": "a", "draft": False},
}
QUERIES = (
    "/media?q=",
    "/media?tag=",
    "/media?sha256=",
    "/media?month=",
    "/media?limit=",
    "/media?cursor=",
    "/media?sort=",
    "/media?order=",
    "/auth/sessions?cursor=",
    "/auth/tokens?limit=",
    "/invites?cursor=",
    "/admin/users?cursor=",
    "/rooms?cursor=",
    "/notifications?cursor=",
    "/notifications?unread=",
    "/moderation/flags?state=",
    "/moderation/flags?cursor=",
    "/moderation/appeals?cursor=",
    "/moderation/audit?cursor=",
)
WRITTEN = (
    "%00",
    "%ff",
    "%ed%a0%80",
    "9" * 5000,
    "-1",
    "1e3",
    "%C2%B2",
    "%20",
    "'",
    "%25",
    "_",
    "a%0d%0aX:y",
    "W10",
    "e30",
)


@pytest.fixture
async def boss(app: FastAPI, api: httpx.AsyncClient) -> dict[str, str]:
    await add_person(app, "boss", role=Role.ADMIN)
    await add_person(app, "ada")
    return await sign_in(api, "boss")


@pytest.mark.parametrize("call", FIELDS)
async def test_no_value_of_any_field_breaks_anything(api: httpx.AsyncClient, boss: dict[str, str], call: str) -> None:
    picture = await api.post("/media", files={"file": ("a.jpg", photograph(), "image/jpeg")}, headers=boss)
    method, _, path = call.replace("{media}", picture.json()["id"]).partition(" ")
    broken: list[str] = []
    for field, usual in FIELDS[call].items():
        for value in (*TEXTS, *([text] for text in TEXTS[:4]), *OTHERS):
            body = json.dumps({**FIELDS[call], field: value})  # as ASCII: half characters are spelled out
            sent = {**boss, "Content-Type": "application/json"}
            answer = await api.request(method, path, content=body.encode(), headers=sent)
            if answer.status_code >= 500:
                broken.append(f"{field}={str(value)[:20]!r} instead of {usual!r}: {answer.status_code}")
    assert broken == []
    assert (await api.get("/auth/me", headers=boss)).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 500_000,
        b'{"a":' * 150_000,
        b'{"login": ' + b"[" * 100_000 + b"]" * 100_000 + b', "password": "x"}',
        b'{"login": ' + b"9" * 100_000 + b', "password": "x"}',
        b'{"login": 1e999999, "password": NaN}',
        b'{"login": "a", "login": "b", "password": Infinity}',
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf{}",
        b"null",
        b'"\\ud800"',
        b"",
    ],
)
async def test_no_body_breaks_anything(api: httpx.AsyncClient, body: bytes) -> None:
    for kind in ("application/json", "application/problem+json", "application/json; charset=utf-16", "a/b"):
        answer = await api.post("/auth/login", content=body, headers={"Content-Type": kind})
        assert answer.status_code in {400, 401, 422}, kind


@pytest.mark.parametrize("query", QUERIES)
async def test_no_query_breaks_anything(api: httpx.AsyncClient, boss: dict[str, str], query: str) -> None:
    for value in WRITTEN:
        answer = await api.get(f"{query}{value}", headers=boss)
        assert answer.status_code in {200, 422}, value


@pytest.mark.parametrize(
    "path",
    [
        "/users/",
        "/users/@",
        "/media/",
        "/media/upload/",
        "/auth/sessions/",
        "/auth/tokens/",
        "/invites/",
        "/admin/",
        "/rooms/",
    ],
)
async def test_no_path_breaks_anything(api: httpx.AsyncClient, boss: dict[str, str], path: str) -> None:
    for value in (*WRITTEN, "%2e%2e%2f", "x/y/z", "%5c", "{media_id}", UNKNOWN.upper(), UNKNOWN.replace("-", "")):
        for method in ("GET", "DELETE", "PATCH", "POST", "PUT"):
            answer = await api.request(method, f"{path}{value}", headers=boss, json={})
            assert answer.status_code < 500, (method, value)


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up", "/invite/x", "/reset/x", "/setup/x"])
async def test_no_form_breaks_anything(api: httpx.AsyncClient, path: str) -> None:
    own = {"Origin": "http://kamra.test"}
    files = [("login", ("a", b"x")), ("password", ("b", b"y" * 1000)), ("handle", ("c", b"z"))]
    for number in (1, 3, 1500):
        answer = await api.post(f"http://kamra.test{path}", files=files * number, headers=own)
        assert answer.status_code < 500
    for text in TEXTS:
        form = {"login": text, "password": text, "handle": text, "display_name": text, "email": text, "next": text}
        spelled = {name: value.encode("utf-8", "surrogatepass") for name, value in form.items()}
        answer = await api.post(f"http://kamra.test{path}", data=spelled, headers=own)
        assert answer.status_code < 500, text[:20]


@pytest.mark.parametrize(
    "header", ["Authorization", "Cookie", "Range", "If-None-Match", "Accept", "Content-Type", "Host"]
)
async def test_no_header_breaks_anything(api: httpx.AsyncClient, boss: dict[str, str], header: str) -> None:
    values = (b"\xff", b"Bearer \xff", b"Bearer", b"Bearer  ", b"Basic eA==", b"kamra=\xff", b"kamra=", b"x" * 20_000)
    for value in (*values, b"Bearer kamra_" + b"\xff" * 10, b"Bearer a.b.c", b"Bearer " + b"." * 5000, b'kamra="'):
        headers = [(header.encode(), value)]
        for path in ("/auth/me", "/media", "http://kamra.test/sign-in", "http://kamra.test/media/x/original"):
            answer = await api.get(path, headers=headers)  # pyright: ignore[reportArgumentType]  # raw, as attackers send them
            assert answer.status_code < 500, (path, value[:20])
