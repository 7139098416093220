"""A disk that is nearly full takes no object and no part, and everything else of a room goes on."""

import shutil
from collections.abc import Callable

import pytest

from tests.api.rooms.visiting import OpenRoom
from ui.settings import Settings

OBJECT = "0f" * 16


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(files_url=None)


async def test_what_does_not_fit_is_refused_before_a_byte(room: OpenRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    await room.announce("1f" * 16, 6)
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=5))
    for refused in (await room.announce(OBJECT, 6), await room.put("1f" * 16, 0, b"sealed")):
        assert (refused.status_code, refused.json()["code"]) == (507, "disk_full")
    assert (await room.announce(OBJECT, 5)).status_code == 201
    assert (await room.call("GET")).json()["bytes_reserved"] == 11
    assert (await room.call("POST", "/entries", json={"seq": 1, "sealed": ["b25l"]})).status_code == 201
