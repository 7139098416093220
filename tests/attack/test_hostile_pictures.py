"""Bombs and disguises sent to the running program: each ends with a reason, and the next picture works (C25, C27)."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.attack.living import Living, living
from tests.browser.conftest import Server
from tests.hostile.bomb import Bomb
from tests.hostile.bombs import BOMBS
from tests.hostile.disguises import SCRIPT, disguised, polyglots
from tests.painted import photograph

DISGUISED = disguised()
POLYGLOTS = polyglots()
SENTENCES = {
    "too_many_pixels": "million pixels",
    "picture_too_slow": "far more work",
    "picture_damaged": "stops in the middle",
    "not_a_picture": "is not a picture",
}


@pytest.fixture(scope="module")
async def anna(server: Server) -> AsyncIterator[Living]:
    async with living(server, "Anna") as person:
        yield person


async def taken(anna: Living, data: bytes, content_type: str = "image/jpeg", name: str = "holiday") -> dict[str, Any]:
    """What became of these bytes."""
    answer = await anna.who.api.post("/media", files={"file": (name, data, content_type)})
    assert answer.status_code == 201, answer.text
    picture = answer.json()
    async with asyncio.timeout(30):
        while picture["status"] not in ("completed", "failed"):
            await asyncio.sleep(0.02)
            picture = (await anna.who.api.get(f"/media/{picture['id']}")).json()
    return picture


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.name)
async def test_c25_a_bomb_ends_with_a_sentence_and_the_next_picture_works(anna: Living, bomb: Bomb) -> None:
    picture = await taken(anna, bomb.make(), bomb.content_type)
    if bomb.code is None:
        assert (picture["status"], picture["reason"]) == ("completed", None)
    else:
        assert (picture["status"], picture["reason_code"]) == ("failed", bomb.code)
        assert picture["reason"].startswith("holiday ")
        assert SENTENCES[bomb.code] in picture["reason"]
    assert (await taken(anna, photograph()))["status"] == "completed"


@pytest.mark.parametrize("disguise", DISGUISED)
async def test_c27_what_is_no_picture_is_kept_for_its_owner_only_and_runs_nowhere(anna: Living, disguise: str) -> None:
    data = DISGUISED[disguise]
    picture = await taken(anna, data, name="holiday.jpg")
    assert (picture["status"], picture["renditions"]) == ("failed", [])
    assert SENTENCES["not_a_picture"] in picture["reason"]
    await is_inert(anna, picture["original_url"], data, "image/jpeg")


@pytest.mark.parametrize("polyglot", POLYGLOTS)
async def test_c27_of_a_picture_that_is_something_else_as_well_others_get_the_picture(
    anna: Living, polyglot: str
) -> None:
    content_type, data = POLYGLOTS[polyglot]
    picture = await taken(anna, data, content_type)
    assert (picture["status"], picture["content_type"]) == ("completed", content_type)
    await is_inert(anna, picture["original_url"], data, content_type)
    for rendition in picture["renditions"]:
        shown = await anna.browser.get(rendition["url"])
        assert shown.headers["content-type"] == rendition["content_type"]
        assert shown.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in shown.headers["content-security-policy"]
        for payload in (SCRIPT, b"alert(", b"<?php", b"%PDF", b"PK\3\4"):
            assert payload not in shown.content


async def is_inert(anna: Living, url: str, data: bytes, content_type: str) -> None:
    """The original comes back byte for byte, and as nothing that a browser would run or open."""
    answer = await anna.browser.get(url)
    assert hashlib.sha256(answer.content).digest() == hashlib.sha256(data).digest()
    assert answer.headers["content-type"] == content_type
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
