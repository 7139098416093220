"""An upload that was cut goes on where it ended: tus 1.0 on its address (C21)."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest

from domain.media.upload import UPLOAD_LIFE
from scheduler.expire_uploads import expire_uploads
from tests.conftest import MovableClock
from tests.painted import photograph
from tests.sending import MEDIA, UPLOAD, announced, processed, sent
from tests.signed_in import Person
from ui.parts import Parts

PIECE = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}
DATA = photograph(width=900, height=600)


async def keys(parts: Parts) -> list[str]:
    return [stored.key async for stored in parts.files.list("originals/")]


async def send(person: Person, ticket: dict[str, Any], data: Any, first: int, **headers: str) -> httpx.Response:
    """Send bytes that begin at the picture's byte `first`."""
    return await person.patch(
        ticket["upload_url"], content=data, headers={**PIECE, "Upload-Offset": f"{first}"} | headers
    )


async def offset(person: Person, ticket: dict[str, Any]) -> int:
    answer = await person.client.head(ticket["upload_url"])
    assert (answer.status_code, answer.content) == (200, b"")
    return int(answer.headers["Upload-Offset"])


async def completed(person: Person, ticket: dict[str, Any]) -> bytes:
    """The original of an upload whose bytes are all here."""
    assert (await person.post(f"{UPLOAD}/{ticket['upload_id']}/complete")).status_code == 202
    picture = await processed(person, ticket["media_id"])
    assert picture["status"] == "completed"
    original = (await person.get(picture["original_url"])).content
    assert (picture["bytes"], picture["sha256"]) == (len(original), hashlib.sha256(original).hexdigest())
    return original


async def test_c21_after_a_cut_the_rest_is_enough(anna: Person, running: Parts) -> None:
    half = len(DATA) // 2
    ticket = await announced(anna, DATA)
    assert ticket["received"] == await offset(anna, ticket) == 0
    cut = await anna.put(ticket["upload_url"], content=DATA[:half])
    assert (cut.status_code, cut.json()["code"], cut.headers["Upload-Offset"]) == (409, "upload_incomplete", str(half))
    asked = (await anna.client.head(ticket["upload_url"])).headers
    assert (asked["Upload-Offset"], asked["Upload-Length"]) == (str(half), str(len(DATA)))
    assert (asked["Tus-Resumable"], asked["Cache-Control"]) == ("1.0.0", "no-store")
    wrong = await send(anna, ticket, DATA[half + 1 :], half + 1)
    assert (wrong.status_code, wrong.json()["code"], wrong.headers["Upload-Offset"]) == (409, "wrong_offset", str(half))
    rest = await send(anna, ticket, DATA[half:], half)
    assert (rest.status_code, rest.headers["Upload-Offset"], rest.content) == (204, str(len(DATA)), b"")
    assert await completed(anna, ticket) == DATA
    assert len(await keys(running)) == 1


async def test_a_picture_can_come_in_many_pieces_of_any_size(anna: Person, running: Parts) -> None:
    ticket = await announced(anna, DATA)
    first = 0
    for size in (1, 7, 500, 1000, len(DATA)):
        answer = await send(anna, ticket, DATA[first : first + size], first)
        first = min(first + size, len(DATA))
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(first))
    assert await completed(anna, ticket) == DATA
    assert len(await keys(running)) == 1


async def test_a_piece_that_is_all_of_it_becomes_the_original_as_it_is(anna: Person, running: Parts) -> None:
    ticket = await announced(anna, DATA)
    assert (await send(anna, ticket, DATA, 0)).status_code == 204
    assert len(await keys(running)) == 1
    assert await offset(anna, ticket) == len(DATA)
    assert await completed(anna, ticket) == DATA


async def test_a_piece_without_a_byte_changes_nothing(anna: Person, running: Parts, clock: MovableClock) -> None:
    ticket = await announced(anna, DATA)
    await send(anna, ticket, DATA[:9], 0)
    clock.move(UPLOAD_LIFE / 2)
    nothing = await send(anna, ticket, b"", 9)
    assert (nothing.status_code, nothing.headers["Upload-Offset"]) == (204, "9")
    asked = await anna.client.head(ticket["upload_url"])
    assert nothing.headers["Upload-Expires"] == asked.headers["Upload-Expires"]
    assert len(await keys(running)) == 1


@pytest.mark.parametrize("kind", ["image/jpeg", "application/octet-stream", ""])
async def test_a_piece_that_is_not_sent_as_one_is_refused(anna: Person, kind: str) -> None:
    answer = await send(anna, await announced(anna, DATA), DATA, 0, **{"Content-Type": kind})
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


@pytest.mark.parametrize("first", ["", "-1", "x", "1e3", "9" * 40])
async def test_an_offset_that_is_no_number_of_bytes_is_refused(anna: Person, first: str) -> None:
    headers = {**PIECE, "Upload-Offset": first}
    ticket = await announced(anna, DATA)
    assert (await anna.patch(ticket["upload_url"], content=DATA, headers=headers)).status_code == 422
    assert (await anna.patch(ticket["upload_url"], content=DATA, headers=PIECE)).status_code == 422


async def test_more_than_is_missing_is_refused_before_a_byte_is_read(anna: Person, running: Parts) -> None:
    ticket = await announced(anna, DATA)
    await send(anna, ticket, DATA[:100], 0)
    read: list[int] = []

    async def body() -> AsyncIterator[bytes]:
        for _ in range(1000):
            read.append(1)
            yield DATA

    told = await send(anna, ticket, body(), 100, **{"Content-Length": str(len(DATA) - 99)})
    assert (told.status_code, told.json()["code"], read) == (413, "upload_too_large", [])
    untold = await send(anna, ticket, body(), 100)
    assert (untold.status_code, len(read) < 5) == (413, True)
    assert (await offset(anna, ticket), len(await keys(running))) == (100, 1)


async def test_another_s_upload_cannot_be_asked_or_gone_on_with(anna: Person, ben: Person) -> None:
    ticket = await announced(anna, DATA)
    await send(anna, ticket, DATA[:100], 0)
    answers = [await send(ben, ticket, DATA[100:], 100), await ben.client.head(ticket["upload_url"])]
    assert [answer.status_code for answer in answers] == [404, 404]


async def test_a_whole_picture_takes_the_place_of_its_pieces(anna: Person, running: Parts) -> None:
    ticket = await announced(anna, DATA)
    await send(anna, ticket, b"something else", 0)
    assert (await anna.put(ticket["upload_url"], content=DATA)).status_code == 200
    assert len(await keys(running)) == 1
    assert await completed(anna, ticket) == DATA


async def test_of_two_cut_beginnings_the_longer_one_stays(anna: Person, running: Parts) -> None:
    ticket = await announced(anna, DATA)
    for size, here in ((200, 200), (100, 200), (300, 300)):
        answer = await anna.put(ticket["upload_url"], content=DATA[:size])
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (409, str(here))
        assert await offset(anna, ticket) == here
        assert len(await keys(running)) == 1
    assert (await send(anna, ticket, DATA[300:], 300)).status_code == 204
    assert await completed(anna, ticket) == DATA


async def test_of_many_at_one_offset_exactly_one_is_kept(anna: Person, running: Parts) -> None:
    ticket = await announced(anna, DATA)
    for first, size in ((0, 400), (400, len(DATA) - 400)):
        pieces = [send(anna, ticket, DATA[first : first + size], first) for _ in range(8)]
        answers = await asyncio.gather(*pieces)
        assert sorted(answer.status_code for answer in answers) == [204] + [409] * 7
        assert {answer.headers["Upload-Offset"] for answer in answers} == {str(first + size)}
        assert len(await keys(running)) == 1
    assert await completed(anna, ticket) == DATA


async def test_whole_ones_and_pieces_at_once_make_one_picture(anna: Person, running: Parts) -> None:
    ticket = await announced(anna, DATA)
    whole = [anna.put(ticket["upload_url"], content=DATA) for _ in range(4)]
    pieces = [send(anna, ticket, DATA[:size], 0) for size in (100, 200, len(DATA))]
    answers = await asyncio.gather(*whole, *pieces)
    assert {answer.status_code for answer in answers} <= {200, 204, 409}
    assert await completed(anna, ticket) == DATA
    assert len(await keys(running)) == 1


async def test_what_is_all_here_says_so_to_whoever_sends_it_again(anna: Person) -> None:
    ticket = await sent(anna, DATA)
    again = await send(anna, ticket, DATA[9:], 9)
    assert (again.status_code, again.json()["code"]) == (409, "upload_finished")
    assert again.headers["Upload-Offset"] == str(len(DATA))


async def test_an_upload_that_is_given_up_loses_its_pieces_and_tells_other_pages(anna: Person, running: Parts) -> None:
    ticket = await announced(anna, DATA)
    await send(anna, ticket, DATA[:100], 0)
    async with asyncio.timeout(30), running.messages.subscribe(f"account/{anna.account.id}") as hints:
        assert (await anna.delete(ticket["upload_url"], headers={"Tus-Resumable": "1.0.0"})).status_code == 204
        assert '"gone"' in await anext(hints)
    assert await keys(running) == []
    assert (await anna.client.head(ticket["upload_url"])).status_code == 404
    assert (await send(anna, ticket, DATA[100:], 100)).status_code == 404


async def test_every_piece_gives_an_upload_its_day_again(anna: Person, running: Parts, clock: MovableClock) -> None:
    ticket = await announced(anna, DATA)
    for first in (0, 100):
        clock.move(UPLOAD_LIFE - timedelta(minutes=1))
        answer = await send(anna, ticket, DATA[first : first + 100], first)
        told = parsedate_to_datetime(answer.headers["Upload-Expires"])
        assert abs(told - clock.now() - UPLOAD_LIFE) < timedelta(minutes=1)
        assert parsedate_to_datetime((await anna.client.head(ticket["upload_url"])).headers["Upload-Expires"]) == told
    assert datetime.fromisoformat(ticket["expires_at"]) < clock.now()
    assert await expire_uploads(running.works, running.files, running.messages, clock) == 0
    clock.move(UPLOAD_LIFE)
    assert (await send(anna, ticket, DATA[200:], 200)).status_code == 404
    async with asyncio.timeout(30), running.messages.subscribe(f"account/{anna.account.id}") as hints:
        assert await expire_uploads(running.works, running.files, running.messages, clock) == 1
        assert '"gone"' in await anext(hints)
    assert (await keys(running), (await anna.get(f"{MEDIA}/{ticket['media_id']}")).status_code) == ([], 404)
