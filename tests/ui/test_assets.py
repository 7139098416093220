"""The interface's own files: found, compressed, kept for ever under a version, and nothing else."""

import re

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from ui.theme.assets import LOOK, PREFIX, asset_url, assets, assets_app
from ui.theme.icons import icon, icon_address, icon_names


@pytest.fixture
async def browser():
    app = Starlette(routes=[Mount(PREFIX, assets_app())])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://kamra") as client:
        yield client


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (LOOK, "text/css; charset=utf-8"),
        ("components/api.js", "text/javascript; charset=utf-8"),
        ("rooms/page/secret.js", "text/javascript; charset=utf-8"),
        ("theme/icons.svg", "image/svg+xml"),
    ],
)
async def test_a_file_is_kept_for_ever_because_its_address_changes_with_it(browser, name: str, kind: str) -> None:
    answer = await browser.get(asset_url(name))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.content == assets().by_name[name].content


async def test_a_file_of_ours_brings_a_short_policy_that_is_stricter_than_a_pages(browser) -> None:
    assert (await browser.get(asset_url(LOOK))).headers["content-security-policy"] == "default-src 'self'"


async def test_who_does_not_know_gzip_gets_the_plain_file(browser) -> None:
    answer = await browser.get(asset_url(LOOK), headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert answer.content == assets().by_name[LOOK].content


async def test_a_page_from_before_an_update_gets_todays_file_but_does_not_keep_it(browser) -> None:
    answer = await browser.get(f"{PREFIX}/000000000000/{LOOK}")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    ["theme/pages.py", "rooms/client/secret.py", "components/../../pyproject.toml", "theme/templates/layout.html", ""],
)
async def test_nothing_but_the_interfaces_own_files_is_served(browser, path: str) -> None:
    assert (await browser.get(f"{PREFIX}/{assets().version}/{path}")).status_code == 404


async def test_files_are_only_read(browser) -> None:
    assert (await browser.post(asset_url(LOOK))).status_code == 405
    assert (await browser.head(asset_url(LOOK))).status_code == 200


def test_the_name_of_a_file_that_is_not_there_is_an_error_where_it_is_written() -> None:
    with pytest.raises(KeyError, match="galery"):
        asset_url("components/galery.js")
    with pytest.raises(KeyError, match="spinner"):
        icon_address("spinner")


def test_every_icon_is_drawn_with_strokes_on_the_same_square() -> None:
    sprite = assets().by_name["theme/icons.svg"].content.decode()
    assert len(icon_names()) == sprite.count('viewBox="0 0 20 20"') >= 24
    assert set(re.findall(r"(?:fill|stroke)=\"(\w+)\"", sprite)) <= {"currentcolor"}, (
        "icons take the colour of their words"
    )


def test_an_icon_is_a_decoration_that_screen_readers_pass_over() -> None:
    assert 'aria-hidden="true"' in icon("plus")


def test_the_whole_look_stays_small() -> None:
    assert len(assets().by_name[LOOK].gzipped) < 8_000


def test_no_style_sheet_fetches_anything_from_elsewhere() -> None:
    for name, asset in assets().by_name.items():
        if name.endswith(".css"):
            assert not re.search(rb"@import|url\((?!data:)", asset.content), name
