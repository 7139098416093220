"""The manifest: entries that follow each other without a gap, whoever writes, and that only grow."""

import asyncio

import httpx
import pytest

from domain.rooms import write_entries
from tests.api.rooms.visiting import OpenRoom
from ui.rooms.door import base64url


async def write(room: OpenRoom, seq: int, *sealed: bytes) -> httpx.Response:
    body = {"seq": seq, "sealed": [base64url(one) for one in sealed]}
    return await room.call("POST", "/entries", json=body)


async def read(room: OpenRoom, query: str = "") -> tuple[list[int], int]:
    told = (await room.call("GET", f"/entries{query}")).json()
    return [entry["seq"] for entry in told["entries"]], told["last_seq"]


async def test_entries_come_back_as_they_were_sent_in_their_order(room: OpenRoom) -> None:
    assert (await room.call("GET", "/entries")).json() == {"entries": [], "last_seq": 0}
    first = await write(room, 1, b"one")
    assert (first.status_code, first.json()) == (201, {"last_seq": 1})
    assert (await write(room, 2, b"\xff\xfe", b"three")).json() == {"last_seq": 3}
    told = (await room.call("GET", "/entries")).json()
    assert [(entry["seq"], entry["sealed"]) for entry in told["entries"]] == [(1, "b25l"), (2, "__4"), (3, "dGhyZWU")]
    assert await read(room, "?after=1&limit=1") == ([2], 3)
    assert await read(room, "?after=3") == ([], 3)
    assert (await room.call("GET")).json()["last_seq"] == 3


async def test_who_comes_second_is_told_after_which_to_go_on(room: OpenRoom) -> None:
    await write(room, 1, b"one")
    for seq in (1, 3):
        late = await write(room, seq, b"other", b"another")
        assert (late.status_code, late.json()["code"], late.json()["last_seq"]) == (409, "entry_taken", 1)
    assert await read(room) == ([1], 1)


async def test_of_many_who_write_at_once_one_is_first(room: OpenRoom) -> None:
    answers = await asyncio.gather(*(write(room, 1, b"%d" % number, b"more") for number in range(6)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5
    assert await read(room) == ([1, 2], 2)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"seq": 1, "sealed": []}, 422),
        ({"seq": 1, "sealed": [""]}, 422),
        ({"seq": 1, "sealed": ["b25l", "a+/="]}, 422),
        ({"seq": 1, "sealed": ["b25l", "b"]}, 422),
        ({"seq": 0, "sealed": ["b25l"]}, 422),
        ({"seq": 1, "sealed": "b25l"}, 422),
        ({"seq": 1, "sealed": ["b25l", base64url(b"x" * (64 * 1024 + 1))]}, 413),
        ({"seq": 1, "sealed": ["x" * 90_000] * 12}, 413),
    ],
    ids=range(8),
)
async def test_what_is_no_entry_is_refused_and_nothing_of_it_is_kept(
    room: OpenRoom, body: dict[str, object], status: int
) -> None:
    assert (await room.call("POST", "/entries", json=body)).status_code == status
    assert await read(room) == ([], 0)


async def test_large_entries_come_some_at_a_time(room: OpenRoom) -> None:
    largest = b"x" * (64 * 1024)
    for seq in (1, 10):
        assert (await write(room, seq, *[largest] * 9)).status_code == 201
    assert await read(room) == (list(range(1, 17)), 18)
    assert await read(room, "?after=16") == ([17, 18], 18)


async def test_a_manifest_has_only_so_many_entries_and_bytes(room: OpenRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (write_entries.MOST_ENTRIES, write_entries.MOST_ENTRIES_BYTES) == (10_000, 256 * 1024 * 1024)
    monkeypatch.setattr(write_entries, "MOST_ENTRIES", 3)
    monkeypatch.setattr(write_entries, "MOST_ENTRIES_BYTES", 100)
    assert (await write(room, 1, b"x" * 50)).status_code == 201
    for more in ([b"x" * 51], [b"x"] * 3):
        full = await write(room, 2, *more)
        assert (full.status_code, full.json()["code"]) == (413, "manifest_full")
    assert (await write(room, 2, b"x" * 49, b"x")).status_code == 201
    assert (await write(room, 4, b"x")).status_code == 413


@pytest.mark.parametrize("query", ["after=-1", "after=x", "limit=0", "limit=1001", "after=99999999999999999999"])
async def test_what_cannot_be_asked_for_is_refused(room: OpenRoom, query: str) -> None:
    assert (await room.call("GET", f"/entries?{query}")).status_code == 422
