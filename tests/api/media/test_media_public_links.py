"""Links to what anybody may see go through the cache in front, which may keep it for a minute; all others stay away."""

from collections.abc import Callable
from urllib.parse import urlsplit

import httpx
import pytest

from tests.sending import uploaded
from tests.signed_in import Person
from ui.settings import Settings

CACHE = "https://cache.example"


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(public_pages="on", media_base_url=CACHE)


async def test_a_face_is_fetched_through_the_cache_by_visitors_and_straight_by_people(
    anna: Person, nobody: httpx.AsyncClient
) -> None:
    picture = await uploaded(anna)
    own = (await anna.patch("/api/v1/users/@anna", json={"avatar_media_id": picture["id"]})).json()["avatar"]["url"]
    public = (await nobody.get("/api/v1/users/@anna")).json()["avatar"]["url"]
    assert public.startswith(f"{CACHE}/avatars/")
    assert own.startswith("/avatars/")
    assert all(one["url"].startswith("/media/") for one in picture["renditions"])

    parts = urlsplit(public)
    shown = await nobody.get(f"{parts.path}?{parts.query}")
    assert shown.status_code == 200
    assert shown.headers["Cache-Control"] == "public, max-age=300, s-maxage=60"
    assert shown.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert (await nobody.get(own)).headers["Cache-Control"] == "private, max-age=300"
