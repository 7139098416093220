"""Uploads that say the hash of what they will send: found again after a reload, and held to their word."""

import asyncio
import hashlib
from datetime import datetime, timedelta
from typing import Any

import pytest

from domain.media.upload import UPLOAD_LIFE
from tests.conftest import MovableClock
from tests.painted import photograph
from tests.sending import MEDIA, UPLOAD, announced, processed
from tests.signed_in import Person
from ui.parts import Parts

DATA = photograph(width=900, height=600)
SHA256 = hashlib.sha256(DATA).hexdigest()
PIECE = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}


async def promised(person: Person, data: bytes = DATA, **more: Any) -> dict[str, Any]:
    return await announced(person, data, sha256=hashlib.sha256(data).hexdigest(), **more)


async def keys(parts: Parts) -> list[str]:
    return [stored.key async for stored in parts.files.list()]


async def test_the_same_file_chosen_again_goes_on_where_it_was(anna: Person) -> None:
    first = await promised(anna, filename="a.jpg")
    assert first["received"] == 0
    await anna.patch(first["upload_url"], content=DATA[:300], headers=PIECE)
    again = await promised(anna, filename="copy of a.jpg")
    assert (again["upload_id"], again["media_id"], again["received"]) == (first["upload_id"], first["media_id"], 300)
    rest = await anna.patch(again["upload_url"], content=DATA[300:], headers={**PIECE, "Upload-Offset": "300"})
    assert rest.status_code == 204
    await anna.post(f"{UPLOAD}/{again['upload_id']}/complete")
    assert (await processed(anna, again["media_id"]))["sha256"] == SHA256


async def test_the_letters_of_a_hash_may_be_large(anna: Person) -> None:
    first = await promised(anna)
    assert (await announced(anna, DATA, sha256=SHA256.upper()))["upload_id"] == first["upload_id"]


async def test_only_an_upload_that_waits_for_the_same_file_is_gone_on_with(
    anna: Person, ben: Person, clock: MovableClock
) -> None:
    first = await promised(anna)
    others = [
        await promised(ben),
        await promised(anna, draft=True),
        await announced(anna, DATA),
        await announced(anna, DATA + b"x", sha256=SHA256),
        await promised(anna, DATA[::-1]),
    ]
    assert len({ticket["upload_id"] for ticket in (first, *others)}) == 6
    assert (await promised(anna, draft=True))["upload_id"] == others[1]["upload_id"]
    clock.move(UPLOAD_LIFE)
    assert (await promised(anna))["upload_id"] != first["upload_id"]


async def test_what_is_given_up_or_finished_is_begun_anew(anna: Person) -> None:
    first = await promised(anna)
    await anna.delete(first["upload_url"])
    second = await promised(anna)
    await anna.put(second["upload_url"], content=DATA)
    third = await promised(anna)
    assert len({one["upload_id"] for one in (first, second, third)}) == 3
    assert third["received"] == 0


async def test_going_on_gives_an_upload_its_day_again(anna: Person, clock: MovableClock) -> None:
    first = await promised(anna)
    clock.move(UPLOAD_LIFE - timedelta(minutes=1))
    again = await promised(anna)
    assert again["upload_id"] == first["upload_id"]
    assert datetime.fromisoformat(again["expires_at"]) - clock.now() > UPLOAD_LIFE - timedelta(minutes=1)


async def test_a_file_announced_many_times_at_once_has_one_upload(anna: Person) -> None:
    tickets = await asyncio.gather(*(promised(anna) for _ in range(10)))
    assert len({ticket["upload_id"] for ticket in tickets}) == 1


@pytest.mark.parametrize("in_pieces", [False, True])
async def test_other_bytes_than_promised_are_not_kept(anna: Person, running: Parts, in_pieces: bool) -> None:
    ticket = await promised(anna)
    changed = DATA[:-1] + bytes([DATA[-1] ^ 1])
    async with asyncio.timeout(30), running.messages.subscribe(f"account/{anna.account.id}") as hints:
        if in_pieces:
            await anna.patch(ticket["upload_url"], content=changed[:100], headers=PIECE)
            rest = {**PIECE, "Upload-Offset": "100"}
            answer = await anna.patch(ticket["upload_url"], content=changed[100:], headers=rest)
        else:
            answer = await anna.put(ticket["upload_url"], content=changed)
        assert '"gone"' in await anext(hints)
    assert (answer.status_code, answer.json()["code"]) == (422, "upload_changed")
    assert await keys(running) == []
    assert (await anna.client.head(ticket["upload_url"])).status_code == 404
    assert (await anna.get(f"{MEDIA}/{ticket['media_id']}")).status_code == 404
    assert (await promised(anna))["upload_id"] != ticket["upload_id"]


@pytest.mark.parametrize("sha256", ["", "x" * 64, "ab" * 31, "ab" * 33, 7])
async def test_what_is_no_hash_is_refused(anna: Person, sha256: object) -> None:
    body = {"content_type": "image/jpeg", "bytes": 9, "sha256": sha256}
    assert (await anna.post(UPLOAD, json=body)).status_code == 422
