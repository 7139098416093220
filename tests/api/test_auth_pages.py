"""The plain pages one signs in, sets up, joins and resets with, as a browser calls them."""

import re
from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from tests.people import PASSWORD, add_person, sign_in
from tests.signed_in import parts_of_app
from ui.accounts.first_owner import setup_code
from ui.settings import Settings

ORIGIN = {"Origin": "http://kamra.test", "Sec-Fetch-Site": "same-origin"}
OWNER = {"display_name": "Ada", "handle": "ada", "password": PASSWORD, "email": "", "public_pages": "off"}


@pytest.fixture
async def browser(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A browser on plain http."""
    async with _browser(app, "http://kamra.test", ORIGIN) as client:
        yield client


def _browser(app: FastAPI, at: str, headers: dict[str, str]) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=at, headers=headers)


async def _enter(browser: httpx.AsyncClient, **form: str) -> httpx.Response:
    return await browser.post("/sign-in", data={"login": "ada", "password": PASSWORD, **form})


async def test_signing_in_sets_a_cookie_that_opens_the_api_and_signing_out_ends_it(
    app: FastAPI, browser: httpx.AsyncClient
) -> None:
    await add_person(app, "ada")
    assert 'action="/sign-in"' in (await browser.get("/sign-in")).text
    answer = await _enter(browser)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookies = {one.partition("=")[0]: one.lower() for one in answer.headers.get_list("set-cookie")}
    assert set(cookies) == {"kamra", "kamra-device"}
    for cookie in cookies.values():
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert "path=/" in cookie
        assert "domain" not in cookie
    kept = browser.cookies["kamra"]
    assert (await browser.get("/api/v1/auth/me")).json()["handle"] == "ada"
    assert (await browser.get("/sign-in")).status_code == 303

    assert (await browser.post("/sign-out")).headers["location"] == "/sign-in"
    assert "kamra" not in browser.cookies
    browser.cookies.set("kamra", kept, domain="kamra.test")
    assert (await browser.get("/api/v1/auth/me")).status_code == 401


async def test_on_https_the_cookie_is_bound_to_host_and_encryption(app: FastAPI) -> None:
    await add_person(app, "ada")
    async with _browser(app, "https://kamra.test", {"Origin": "https://kamra.test"}) as browser:
        answer = await _enter(browser)
        cookies = [one.lower() for one in answer.headers.get_list("set-cookie")]
        assert [one.partition("=")[0] for one in cookies] == ["__host-kamra", "__host-kamra-device"]
        assert all("secure" in one for one in cookies)
        assert (await browser.get("/api/v1/auth/me")).status_code == 200


async def test_signing_in_again_replaces_the_session(app: FastAPI, browser: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    await _enter(browser)
    first = browser.cookies["kamra"]
    await _enter(browser)
    assert browser.cookies["kamra"] != first
    assert len((await browser.get("/api/v1/auth/sessions")).json()["items"]) == 1


async def test_a_failed_try_shows_the_form_again_without_the_password(app: FastAPI, browser: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    answer = await _enter(browser, login='<img src="x">', password="not that one")
    assert answer.status_code == 401
    assert "That name and password do not belong together." in answer.text
    assert "not that one" not in answer.text
    assert "<img src" not in answer.text
    assert "kamra" not in browser.cookies


@pytest.mark.parametrize(
    ("wanted", "goes_to"),
    [
        ("/library?q=sea", "/library?q=sea"),
        ("//evil.test", "/"),
        ("/\\evil.test", "/"),
        ("https://evil.test", "/"),
        ("/a\nb", "/"),
        ("/\t/evil.test", "/"),
        ("", "/"),
        ("/sign-out", "/"),
    ],
)
async def test_one_goes_on_only_to_paths_of_ours(
    app: FastAPI, browser: httpx.AsyncClient, wanted: str, goes_to: str
) -> None:
    await add_person(app, "ada")
    assert (await _enter(browser, next=wanted)).headers["location"] == goes_to


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "http://evil.test"},
        {"Origin": "http://kamra.test.evil.test"},
        {"Origin": "http://kamra.test:81"},
        {"Origin": "http://[kamra.test"},
        {"Origin": "http://kamra.test", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://sub.kamra.test", "Sec-Fetch-Site": "same-site"},
    ],
)
async def test_what_another_website_sends_is_refused_a74(app: FastAPI, headers: dict[str, str]) -> None:
    await add_person(app, "ada")
    async with _browser(app, "http://kamra.test", ORIGIN) as browser:
        await _enter(browser)
        secret = browser.cookies["kamra"]
    async with _browser(app, "http://kamra.test", headers) as stranger:
        assert (await _enter(stranger)).status_code == 403
        stranger.cookies.set("kamra", secret)
        for refused in (
            await stranger.patch("/api/v1/users/@ada", json={"bio": "x"}),
            await stranger.delete("/api/v1/auth/tokens/x"),
            await stranger.post("/sign-out"),
        ):
            assert (refused.status_code, refused.json()["code"]) == (403, "wrong_origin")
        assert (await stranger.get("/api/v1/auth/me")).json()["bio"] == ""


async def test_a_token_needs_no_origin(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    answer = await api.patch(
        "/users/@ada", json={"bio": "x"}, headers={**await sign_in(api, "ada"), "Origin": "http://evil.test"}
    )
    assert answer.status_code == 200


async def test_the_set_up_link_makes_one_owner(app: FastAPI, browser: httpx.AsyncClient) -> None:
    link = f"/setup/{setup_code(parts_of_app(app).keys)}"
    assert (await browser.get("/setup/made-up")).status_code == 404
    assert (await browser.post("/setup/made-up", data=OWNER)).status_code == 404
    assert (await browser.get(link)).status_code == 200

    wrong = await browser.post(link, data={**OWNER, "password": "short"})
    assert wrong.status_code == 422
    assert 'value="Ada"' in wrong.text
    made = await browser.post(link, data={**OWNER, "public_pages": "on"})
    assert (made.status_code, made.headers["location"]) == (303, "/first-pictures")
    assert (await browser.get("/api/v1/auth/me")).json()["role"] == "admin"
    assert (await browser.get("/api/v1/admin/decisions")).json()["public_pages"] is True

    for again in (await browser.get(link), await browser.post(link, data={**OWNER, "handle": "eve"})):
        assert again.status_code == 409
        assert "This Kamra already has an owner." in again.text


async def test_an_invitation_is_accepted_on_its_page_h85(
    app: FastAPI, browser: httpx.AsyncClient, api: httpx.AsyncClient
) -> None:
    await add_person(app, "boss", role=Role.ADMIN)
    code = (await api.post("/invites", headers=await sign_in(api, "boss"))).json()["code"]
    page = await browser.get(f"/invite/{code}")
    assert page.status_code == 200
    assert "Boss" in page.text
    taken = await browser.post(f"/invite/{code}", data={**OWNER, "handle": "Boss"})
    assert taken.status_code == 409
    assert "Somebody here has that name already" in taken.text

    joined = await browser.post(f"/invite/{code}", data=OWNER)
    assert joined.status_code == 303
    assert (await browser.get("/api/v1/auth/me")).json()["followers"] == 1
    for over in (await browser.get(f"/invite/{code}"), await browser.post(f"/invite/{code}", data=OWNER)):
        assert over.status_code == 410
    assert (await browser.get("/sign-up")).status_code == 403
    assert (await browser.post("/sign-up", data=OWNER)).status_code == 403


async def test_a_reset_link_is_used_on_its_page_h86(
    app: FastAPI, browser: httpx.AsyncClient, api: httpx.AsyncClient
) -> None:
    await add_person(app, "boss", role=Role.ADMIN)
    await add_person(app, "ada")
    link = (await api.post("/users/@ada/reset-link", headers=await sign_in(api, "boss"))).json()["url"]
    assert (await browser.get(link)).status_code == 200
    weak = await browser.post(link, data={"password": "short"})
    assert weak.status_code == 422
    assert re.search("at least 8 characters", weak.text)
    changed = await browser.post(link, data={"password": "a tandem made of snow"})
    assert changed.status_code == 303
    assert "Your password is changed." in (await browser.get(changed.headers["location"])).text
    assert (await _enter(browser, password="a tandem made of snow")).status_code == 303
    for over in (await browser.get(link), await browser.post(link, data={"password": "a tandem made of snow"})):
        assert over.status_code == 410


class TestOpen:
    """Anybody may join."""

    @pytest.fixture
    def settings(self, make_settings: Callable[..., Settings]) -> Settings:
        return make_settings(signup="open")

    async def test_the_page_lets_anybody_in(self, browser: httpx.AsyncClient) -> None:
        assert (await browser.get("/sign-up")).status_code == 200
        assert (await browser.post("/sign-up", data=OWNER)).status_code == 303
        assert (await browser.get("/api/v1/auth/me")).json()["role"] == "member"
