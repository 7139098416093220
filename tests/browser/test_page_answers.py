"""What the addresses of pages answer, before any script runs."""

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.browser.conftest import Server
from ui.theme.assets import assets
from ui.theme.help_texts import KEY_LIST

PAGES = (
    "/library",
    "/p/0190d5a0-0000-7000-8000-000000000000",
    "/settings",
    "/people",
    "/notifications",
    "/moderation",
    "/moderation/appeals",
    "/moderation/taken-down",
    "/moderation/audit",
    "/_design",
    "/m/0190d5a0-0000-7000-8000-000000000000",
    "/@owner",
    "/explore",
    "/tags/sea",
    "/search",
)


@pytest.fixture
async def visitor(server: Server) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=server.url) as client:
        yield client


@pytest.fixture
async def owner(server: Server) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=server.url, headers={"Origin": server.url}) as client:
        answer = await client.post("/sign-in", data={"login": server.login, "password": server.password})
        assert answer.status_code == 303
        yield client


@pytest.mark.parametrize("path", PAGES)
async def test_a84_a_visitor_is_sent_to_the_sign_in_and_costs_no_page(visitor: httpx.AsyncClient, path: str) -> None:
    answer = await visitor.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in?next=%2F")
    assert answer.text == ""


async def test_the_bare_address_is_home_and_leads_a_visitor_to_the_sign_in(
    visitor: httpx.AsyncClient, owner: httpx.AsyncClient
) -> None:
    answer = await visitor.get("/")
    assert (answer.status_code, answer.headers["location"], answer.text) == (303, "/sign-in", "")
    assert "<title>Home · Kamra</title>" in (await owner.get("/")).text


@pytest.mark.parametrize(
    "path", ["/nothing", "/settings/nothing", "/m/nothing", "/p/nothing", "/@nobody", "/@no.body", "/_nicegui/nothing"]
)
async def test_an_unknown_address_is_answered_in_kamra_s_own_words(owner: httpx.AsyncClient, path: str) -> None:
    answer = await owner.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "Nothing here." in answer.text
    assert "nicegui" not in answer.text.lower()


async def test_another_kind_of_call_is_no_programmer_s_page_either(owner: httpx.AsyncClient) -> None:
    answer = await owner.post("/settings")
    assert answer.status_code == 405
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", ["/settings", "/help", "/api/docs", "/nothing", "/sign-in"])
async def test_a75_every_page_has_its_headers_and_scripts_need_a_nonce(owner: httpx.AsyncClient, path: str) -> None:
    answer = await owner.get(path)
    policy = answer.headers["content-security-policy"]
    scripts = next(part for part in policy.split(";") if part.strip().startswith("script-src"))
    assert "'unsafe-inline'" not in scripts
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-request-id"]
    assert all("nonce=" in tag or " src=" in tag for tag in answer.text.split("<script")[1:])


async def test_help_and_api_documentation_are_for_everybody(visitor: httpx.AsyncClient) -> None:
    help_page = await visitor.get("/help")
    assert 'id="https"' in help_page.text
    assert "<kbd>Ctrl</kbd><kbd>A</kbd></dt><dd>Choose all" in help_page.text
    documentation = await visitor.get("/api/docs")
    assert documentation.status_code == 200
    assert "/api/v1/media/upload" in documentation.text
    assert f"curl {str(visitor.base_url).rstrip('/')}/api/v1" in documentation.text


def test_the_help_page_lists_the_keys_that_the_viewer_lists() -> None:
    words = assets().by_name["components/picture_texts.js"].content.decode()
    assert [key for key in KEY_LIST if f'["{key[0]}", "{key[1]}"]' not in words] == []
