"""What another website has a browser send with its cookies comes to nothing (H74); whom to believe about addresses."""

from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from tests.attack.test_strangers import unsafe_routes, with_id
from tests.people import PASSWORD, add_person, sign_in
from tests.signed_in import parts_of_app
from ui.settings import Settings

FORGED = (
    {},
    {"Origin": "null"},
    {"Origin": "http://evil.test", "Sec-Fetch-Site": "cross-site"},
    {"Origin": "http://kamra.test.evil.test"},
    {"Origin": "http://evil.test/http://kamra.test"},
    {"Origin": "http://kamra.test@evil.test"},
    {"Origin": "http://kamra.test", "Sec-Fetch-Site": "cross-site"},
    {"Origin": "http://sub.kamra.test", "Sec-Fetch-Site": "same-site"},
    {"Origin": "http://evil.test", "X-Forwarded-Host": "evil.test", "Forwarded": "host=evil.test"},
    {"Origin": "", "Referer": "http://kamra.test/"},
    {"Origin": "http://[", "Referer": "http://kamra.test/"},
)

REFUSED = {(403, "wrong_origin")}
# Who made a room may change it with what a browser sends by itself; to be in it takes what none does.
REFUSED_IN_ROOMS = REFUSED | {(401, "room_auth_missing")}
ROOM = "0f" * 16


@pytest.fixture
async def cookies(app: FastAPI) -> dict[str, str]:
    """Those of an admin's browser."""
    await add_person(app, "boss", role=Role.ADMIN)
    async with client(app) as browser:
        form = {"login": "boss", "password": PASSWORD}
        await browser.post("/sign-in", data=form, headers={"Origin": "http://kamra.test"})
        return dict(browser.cookies)


def client(app: FastAPI, **more: object) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://kamra.test", **more)  # pyright: ignore[reportArgumentType]  # httpx's own


def _whole(path: str) -> str:
    """With ids in the place of the names that are left."""
    return path.replace("{object_id}", ROOM).replace("{n}", "0")


async def test_no_call_that_changes_something_works_from_elsewhere(app: FastAPI, cookies: dict[str, str]) -> None:
    passed: list[str] = []
    own = {"Origin": "http://kamra.test"}
    async with client(app, cookies=cookies) as browser:
        room = {"room_id": ROOM, "auth_hash": "00" * 32, "owner_hash": "00" * 32}
        assert (await browser.post("/api/v1/rooms", json=room, headers=own)).status_code == 201
        for method, path in unsafe_routes():
            in_a_room = path.startswith("/rooms/{room_id}")
            refused = REFUSED_IN_ROOMS if in_a_room else REFUSED
            asked = with_id(path, ROOM if in_a_room else "@boss")
            for headers in FORGED:
                answer = await browser.request(method, _whole(asked), json={}, headers=headers)
                if (answer.status_code, answer.json().get("code")) not in refused:
                    passed.append(f"{method} {path} {headers} {answer.status_code}")
        assert [one["room_id"] for one in (await browser.get("/api/v1/rooms")).json()["items"]] == [ROOM]
        assert (await browser.patch("/api/v1/users/@boss", json={"bio": "x"}, headers=own)).status_code == 200
    assert passed == []


@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/sign-up", "/setup/x", "/invite/x", "/reset/x"])
async def test_no_form_works_from_elsewhere(app: FastAPI, cookies: dict[str, str], path: str) -> None:
    async with client(app, cookies=cookies) as browser:
        for headers in FORGED:
            answer = await browser.post(path, data={"login": "boss", "password": PASSWORD}, headers=headers)
            assert (answer.status_code, "set-cookie" in answer.headers) == (403, False), headers
        assert (await browser.get("/api/v1/auth/me")).status_code == 200


async def test_a_form_cannot_pass_for_json(api: httpx.AsyncClient, app: FastAPI) -> None:
    """A form needs no leave of ours to be sent from elsewhere; it can carry JSON as text."""
    await add_person(app, "ada")
    body = f'{{"login": "ada", "password": "{PASSWORD}"}}'
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        answer = await api.post("/auth/login", content=body, headers={"Content-Type": kind})
        assert (answer.status_code, "set-cookie" in answer.headers) == (422, False), kind


async def test_no_answer_lets_another_website_read(app: FastAPI, cookies: dict[str, str]) -> None:
    asked = {"Origin": "http://evil.test", "Access-Control-Request-Method": "GET"}
    async with client(app, cookies=cookies, headers=asked) as browser:
        for method in ("GET", "OPTIONS"):
            for path in ("/auth/me", "/media", "/openapi.json", "/nothing"):
                answer = await browser.request(method, f"/api/v1{path}")
                assert not [name for name in answer.headers if name.startswith("access-control-")]
                assert answer.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.test",
        "///evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "http://evil.test",
        "javascript:alert(1)",
        "/%0d%0aSet-Cookie:x=y\r\nX-Evil: 1",
        "/\t/evil.test",
        " //evil.test",
        "/\u2028/evil.test",
        "/\x00",
        "evil.test",
        "@evil.test",
        "/" + "x" * 50_000,
    ],
)
async def test_one_is_sent_on_to_nowhere_else_and_no_header_is_slipped_in(
    app: FastAPI, cookies: dict[str, str], wanted: str
) -> None:
    own = {"Origin": "http://kamra.test"}
    async with client(app, cookies=cookies) as browser:
        form = {"login": "boss", "password": PASSWORD, "next": wanted}
        answers = [
            await browser.get("/sign-in", params={"next": wanted}),
            await browser.post("/sign-in", data=form, headers=own),
        ]
    for answer in answers:
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/")
        assert not answer.headers["location"].startswith(("//", "/\\"))
        assert "x-evil" not in answer.headers


@pytest.mark.parametrize("host", ["evil.test", "[", "[::1", "a b", "<script>", "kamra.test:99999999", "", "x" * 5000])
async def test_a_made_up_host_neither_breaks_nor_shows_through(app: FastAPI, api: httpx.AsyncClient, host: str) -> None:
    """Links that are handed on begin with the configured address, whatever the request says."""
    await add_person(app, "boss", role=Role.ADMIN)
    boss = await sign_in(api, "boss") | {"Host": host}
    invite = await api.post("/invites", headers=boss)
    reset = await api.post("/users/@boss/reset-link", headers=boss)
    assert invite.json()["url"].startswith("http://kamra.test/invite/")
    assert reset.json()["url"].startswith("http://kamra.test/reset/")
    for path in ("/sign-in", "/help", "/api/docs", "/setup/x", "/nothing", "/", "/sign-up"):
        answer = await api.get(f"http://kamra.test{path}", headers={"Host": host})
        assert answer.status_code < 500
        assert "<script>" not in answer.text or host != "<script>"


class TestCounting:
    """Limits count addresses that a visitor cannot choose."""

    @pytest.fixture
    def settings(self, make_settings: Callable[..., Settings]) -> Settings:
        return make_settings(rate_limits="on")

    @pytest.fixture
    async def stranger(self, app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
        async with client(app) as one:
            yield one

    async def test_forwarding_headers_of_strangers_are_not_believed(
        self, app: FastAPI, stranger: httpx.AsyncClient
    ) -> None:
        await add_person(app, "ada")
        statuses = []
        for number in range(12):
            spoofed = {
                "X-Forwarded-For": f"10.0.0.{number}",
                "X-Real-IP": f"10.0.0.{number}",
                "Forwarded": f"for=10.0.0.{number}",
                "X-Forwarded-Proto": "https",
                "Cookie": f"kamra-device={'x' * 42}{number % 10}",
            }
            wrong = {"login": "ada", "password": "a wrong one"}
            statuses.append((await stranger.post("/api/v1/auth/login", json=wrong, headers=spoofed)).status_code)
        assert statuses == [401] * 10 + [429] * 2

    async def test_nor_do_they_make_plain_http_secure(self, app: FastAPI, stranger: httpx.AsyncClient) -> None:
        await add_person(app, "ada")
        headers = {"Origin": "http://kamra.test", "X-Forwarded-Proto": "https"}
        answer = await stranger.post("/sign-in", data={"login": "ada", "password": PASSWORD}, headers=headers)
        assert all(one.startswith("kamra") for one in answer.headers.get_list("set-cookie"))
        assert parts_of_app(app).settings.trusted_proxies == ""
