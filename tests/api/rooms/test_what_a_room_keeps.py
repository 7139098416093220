"""Sealed objects in parts: announced, sent, gone on with, completed, fetched and removed."""

import asyncio
import secrets
from collections.abc import Callable
from hashlib import sha256

import pytest

from domain.rooms.stored_object import PART_BYTES
from tests.api.rooms.visiting import OpenRoom, content_digest
from tests.signed_in import Person
from ui.parts import Parts
from ui.rooms.door import base64url
from ui.settings import Settings

OBJECT = "0f" * 16
FILE_MAX = 20 * 1000 * 1000
SEALED_MAX = FILE_MAX + 16 * 306  # chunks of 65,472 bytes
ROOM_MAX = SEALED_MAX + 1000


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(room_file_max_bytes=FILE_MAX, room_max_bytes=ROOM_MAX)


async def files_of(running: Parts, room: OpenRoom) -> list[str]:
    return [stored.key async for stored in running.files.list(f"rooms/{room.id}/")]


async def test_what_was_kept_comes_back_byte_for_byte(room: OpenRoom, running: Parts) -> None:
    content = secrets.token_bytes(PART_BYTES + 1000)
    announced = await room.announce(OBJECT, len(content))
    assert announced.status_code == 201
    assert set(announced.json()) == {"part_bytes", "uploader_token"}
    assert (await room.put(OBJECT, 1, content[PART_BYTES:])).status_code == 204
    early = await room.call("POST", f"/objects/{OBJECT}/complete")
    assert (early.status_code, early.json()["code"]) == (409, "parts_missing")
    assert (await room.call("GET", f"/objects/{OBJECT}")).status_code == 404
    assert (await room.put(OBJECT, 0, content[:PART_BYTES])).status_code == 204
    assert (await room.call("GET", f"/objects/{OBJECT}")).status_code == 404
    parts = (content[:PART_BYTES], content[PART_BYTES:])
    digests = [{"n": n, "sha256": sha256(part).hexdigest()} for n, part in enumerate(parts)]
    for _ in range(2):
        assert (await room.call("POST", f"/objects/{OBJECT}/complete")).json() == {
            "object_id": OBJECT,
            "bytes": len(content),
            "state": "ready",
            "parts": digests,
        }
    whole = await room.call("GET", f"/objects/{OBJECT}")
    assert (whole.status_code, whole.content == content) == (200, True)
    assert whole.headers["Cache-Control"] == "no-store"
    assert len(await files_of(running, room)) == 2
    assert (await room.call("GET")).json()["bytes_stored"] == len(content)


@pytest.mark.parametrize(
    ("asked", "span"),
    [
        (f"bytes={PART_BYTES - 2}-{PART_BYTES + 1}", (PART_BYTES - 2, PART_BYTES + 2)),
        ("bytes=0-0", (0, 1)),
        (f"bytes={PART_BYTES}-", (PART_BYTES, PART_BYTES + 100)),
        (f"bytes={PART_BYTES - 1}-{PART_BYTES - 1}", (PART_BYTES - 1, PART_BYTES)),
        ("bytes=-101", (PART_BYTES - 1, PART_BYTES + 100)),
        (f"bytes=5-{10**15}", (5, PART_BYTES + 100)),
    ],
)
async def test_ranges_go_across_parts(room: OpenRoom, asked: str, span: tuple[int, int]) -> None:
    content = secrets.token_bytes(PART_BYTES + 100)
    await room.announce(OBJECT, len(content))
    await room.put(OBJECT, 0, content[:PART_BYTES])
    await room.put(OBJECT, 1, content[PART_BYTES:])
    await room.call("POST", f"/objects/{OBJECT}/complete")
    answer = await room.call("GET", f"/objects/{OBJECT}", headers={"Range": asked})
    assert (answer.status_code, answer.content == content[slice(*span)]) == (206, True)
    assert answer.headers["Content-Range"] == f"bytes {span[0]}-{span[1] - 1}/{len(content)}"


async def test_ranges_that_cannot_be_and_bytes_one_has(room: OpenRoom) -> None:
    await room.keep(OBJECT, b"sealed")
    path = f"/objects/{OBJECT}"
    tag = (await room.call("GET", path)).headers["ETag"]
    outside = await room.call("GET", path, headers={"Range": "bytes=6-"})
    assert (outside.status_code, outside.headers["Content-Range"]) == (416, "bytes */6")
    assert (await room.call("GET", path, headers={"If-None-Match": tag})).status_code == 304
    same = await room.call("GET", path, headers={"Range": "bytes=1-2", "If-Range": tag})
    assert (same.status_code, same.content) == (206, b"ea")
    changed = await room.call("GET", path, headers={"Range": "bytes=1-2", "If-Range": '"other"'})
    assert (changed.status_code, changed.content) == (200, b"sealed")


async def test_anybody_in_the_room_goes_on_where_somebody_stopped(room: OpenRoom) -> None:
    content = secrets.token_bytes(PART_BYTES + 1)
    await room.announce(OBJECT, len(content))
    await room.put(OBJECT, 1, content[PART_BYTES:])
    again = await room.announce(OBJECT, len(content))
    assert again.status_code == 200
    here = {"n": 1, "sha256": sha256(content[PART_BYTES:]).hexdigest()}
    assert again.json() == {"part_bytes": PART_BYTES, "state": "uploading", "parts": [here]}
    assert (await room.call("GET", f"/objects/{OBJECT}/parts")).json() == {
        "state": "uploading",
        "bytes": len(content),
        "parts": [here],
    }
    await room.put(OBJECT, 0, content[:PART_BYTES])
    await room.call("POST", f"/objects/{OBJECT}/complete")
    assert (await room.announce(OBJECT, len(content))).json()["state"] == "ready"
    other = await room.announce(OBJECT, 5)
    assert (other.status_code, other.json()["code"]) == (409, "room_object_differs")


async def test_a_part_may_come_twice_but_not_with_other_bytes(room: OpenRoom, running: Parts) -> None:
    await room.announce(OBJECT, 6)
    assert [(await room.put(OBJECT, 0, b"sealed")).status_code for _ in range(2)] == [204, 204]
    other = await room.put(OBJECT, 0, b"SEALED")
    assert (other.status_code, other.json()["code"]) == (409, "part_taken")
    lying = await room.put(OBJECT, 0, b"SEALED", digest=content_digest(b"sealed"))
    assert (lying.status_code, lying.json()["code"]) == (422, "part_digest_wrong")
    await room.call("POST", f"/objects/{OBJECT}/complete")
    assert (await room.put(OBJECT, 0, b"sealed")).status_code == 204
    assert (await room.put(OBJECT, 0, b"SEALED")).status_code == 409
    assert len(await files_of(running, room)) == 1
    assert (await room.call("GET", f"/objects/{OBJECT}")).content == b"sealed"


async def test_of_parts_sent_at_once_one_counts_and_no_other_file_stays(room: OpenRoom, running: Parts) -> None:
    await room.announce(OBJECT, 100_000)
    tries = [bytes([number]) * 100_000 for number in range(6)]
    answers = await asyncio.gather(*(room.put(OBJECT, 0, content) for content in (*tries, *tries)))
    assert sorted(answer.status_code for answer in answers) == [204] * 2 + [409] * 10
    assert len(await files_of(running, room)) == 1
    await room.call("POST", f"/objects/{OBJECT}/complete")
    kept = (await room.call("GET", f"/objects/{OBJECT}")).content
    assert kept in tries
    assert answers[tries.index(kept)].status_code == 204


@pytest.mark.parametrize(
    ("content", "digest", "refused"),
    [
        (b"sealed", "sha-256=:AAAA:", (422, "bad_part_digest")),
        (b"sealed", "md5=:AAAA:", (422, "bad_part_digest")),
        (b"sealed", "", (422, "bad_part_digest")),
        (b"sealed", content_digest(b"other!"), (422, "part_digest_wrong")),
        (b"seal", content_digest(b"seal"), (422, "room_part_incomplete")),
        (b"sealed and more", content_digest(b"sealed and more"), (413, "room_part_too_large")),
    ],
)
async def test_what_is_not_the_part_is_refused_and_leaves_nothing(
    room: OpenRoom, running: Parts, content: bytes, digest: str, refused: tuple[int, str]
) -> None:
    await room.announce(OBJECT, 6)
    answer = await room.put(OBJECT, 0, content, digest=digest or " ")
    assert (answer.status_code, answer.json()["code"]) == refused
    assert await files_of(running, room) == []
    assert (await room.call("GET", f"/objects/{OBJECT}/parts")).json()["parts"] == []
    among_others = f"sha-512=:AAAA:, {content_digest(b'sealed')}"
    assert (await room.put(OBJECT, 0, b"sealed", digest=among_others)).status_code == 204


async def test_a_larger_part_is_refused_before_its_bytes(room: OpenRoom) -> None:
    await room.announce(OBJECT, 6)
    asked = 0

    async def sent():
        nonlocal asked
        asked += 1
        yield b"x" * 7

    headers = {"Content-Digest": content_digest(b"x" * 7), "Content-Length": "7"}
    answer = await room.call("PUT", f"/objects/{OBJECT}/parts/0", content=sent(), headers=headers)
    assert (answer.status_code, asked) == (413, 0)


@pytest.mark.parametrize("n", ["1", "-1", "x", "99999999999", "%20", "1.0"])
async def test_there_is_no_such_part(room: OpenRoom, n: str) -> None:
    await room.announce(OBJECT, 6)
    headers = {"Content-Digest": content_digest(b"sealed")}
    answer = await room.call("PUT", f"/objects/{OBJECT}/parts/{n}", content=b"sealed", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (404, "room_part_not_found")


async def test_reservations_count_before_a_byte_is_sent(room: OpenRoom) -> None:
    too_large = await room.announce(OBJECT, SEALED_MAX + 1)
    assert (too_large.status_code, too_large.json()["code"]) == (413, "room_file_too_large")
    token = (await room.announce(OBJECT, SEALED_MAX)).json()["uploader_token"]
    full = await room.announce("1f" * 16, 1001)
    assert (full.status_code, full.json()["code"]) == (413, "room_full")
    assert (await room.announce("1f" * 16, 1000)).status_code == 201
    seen = (await room.call("GET")).json()
    assert (seen["bytes_reserved"], seen["bytes_stored"]) == (ROOM_MAX, 0)
    assert (await room.call("DELETE", f"/objects/{OBJECT}", by=f"Uploader {token}")).status_code == 204
    assert (await room.call("GET")).json()["bytes_reserved"] == 1000


async def test_of_objects_announced_at_once_none_comes_over_the_limit(room: OpenRoom) -> None:
    half = ROOM_MAX // 2 + 1
    answers = await asyncio.gather(*(room.announce(f"{number:032x}", half) for number in range(5)))
    assert sorted(answer.status_code for answer in answers) == [201, 413, 413, 413, 413]


@pytest.mark.parametrize(("object_id", "size"), [("x", 5), ("0F" * 16, 5), (OBJECT, 0), (OBJECT, -1)])
async def test_what_can_be_no_object_is_refused(room: OpenRoom, object_id: str, size: int) -> None:
    assert (await room.announce(object_id, size)).status_code == 422


async def test_an_object_is_removed_by_who_sent_it_and_by_who_made_the_room(
    room: OpenRoom, running: Parts, anna: Person, ben: Person
) -> None:
    path = f"/objects/{OBJECT}"
    token = await room.keep(OBJECT, b"sealed")
    refused = {
        f"Room {base64url(room.auth)}": 403,
        f"Uploader {base64url(b'another')}": 401,
        "": 401,
        ben.client.headers["Authorization"]: 403,
    }
    for by, status in refused.items():
        assert (await room.call("DELETE", path, by=by)).status_code == status, by
    assert (await room.call("GET", path)).content == b"sealed"
    for by in (f"Uploader {token}", room.as_owner, anna.client.headers["Authorization"]):
        assert (await room.call("DELETE", path, by=by)).status_code == 204
        assert (await room.call("GET", path)).status_code == 404
        assert (await room.call("DELETE", path, by=room.as_owner)).status_code == 404
        assert await files_of(running, room) == []
        token = await room.keep(OBJECT, b"sealed")  # the same may come again
    assert (await room.call("GET", path)).content == b"sealed"


async def test_a_room_that_keeps_nothing_takes_no_object(room: OpenRoom, running: Parts) -> None:
    await room.keep(OBJECT, b"sealed")
    await room.announce("1f" * 16, 6)
    changed = await room.call("PATCH", by=room.as_owner, json={"keep": "never"})
    assert (changed.status_code, changed.json()["keep"], changed.json()["bytes_reserved"]) == (200, "never", 0)
    assert (await room.call("GET", f"/objects/{OBJECT}")).status_code == 404
    assert await files_of(running, room) == []
    refused = await room.announce(OBJECT, 6)
    assert (refused.status_code, refused.json()["code"]) == (409, "room_keeps_nothing")
    assert (await room.put("1f" * 16, 0, b"sealed")).status_code == 404
    await room.call("PATCH", by=room.as_owner, json={"keep": "ask"})
    await room.keep(OBJECT, b"sealed")
