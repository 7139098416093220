"""Joining the pieces of an upload: interrupted it can be done again, and limits hold for pieces as well."""

import asyncio
import tracemalloc
from collections.abc import AsyncIterable, AsyncIterator, Callable
from typing import Any

import pytest

from domain.files import OutOfSpace, Written
from domain.media.check import differences
from scheduler.remove_strays import remove_strays
from tests.painted import photograph
from tests.sending import UPLOAD, announced, processed
from tests.signed_in import Person
from ui.parts import Parts
from ui.settings import Settings

DATA = photograph(width=900, height=600)
PIECE = {"Content-Type": "application/offset+octet-stream"}


async def send(person: Person, ticket: dict[str, Any], first: int, last: int) -> Any:
    headers = {**PIECE, "Upload-Offset": str(first)}
    return await person.patch(ticket["upload_url"], content=DATA[first:last], headers=headers)


async def keys(parts: Parts) -> list[str]:
    return [stored.key async for stored in parts.files.list("originals/")]


async def found(parts: Parts) -> list[str]:
    return [str(one) async for one in differences(parts.works, parts.files)]


@pytest.mark.parametrize("error", [OutOfSpace(), OSError("the disk is gone")])
@pytest.mark.parametrize("by", ["complete", "piece"])
async def test_what_interrupts_joining_leaves_the_pieces_to_be_joined_again(
    anna: Person, running: Parts, monkeypatch: pytest.MonkeyPatch, error: Exception, by: str
) -> None:
    ticket = await announced(anna, DATA)
    await send(anna, ticket, 0, 500)
    write = running.files.write
    writes: list[str] = []

    async def interrupted(key: str, chunks: AsyncIterable[bytes]) -> Written:
        writes.append(key)
        if len(writes) == 1:  # the last piece
            return await write(key, chunks)
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(running.files, "write", interrupted)
        answer = await send(anna, ticket, 500, len(DATA))
        assert answer.status_code == (507 if isinstance(error, OutOfSpace) else 500)
    assert (await anna.client.head(ticket["upload_url"])).headers["Upload-Offset"] == str(len(DATA))
    assert len(await keys(running)) == 2
    await remove_strays(running.works, running.files)
    if by == "piece":
        assert (await send(anna, ticket, len(DATA), len(DATA))).status_code == 204
    complete = f"{UPLOAD}/{ticket['upload_id']}/complete"
    answers = await asyncio.gather(*(anna.post(complete) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {202}
    picture = await processed(anna, ticket["media_id"])
    assert (await anna.get(picture["original_url"])).content == DATA
    assert (len(await keys(running)), await found(running)) == (1, [])


async def test_pieces_whose_bytes_are_lost_are_sent_again(anna: Person, running: Parts) -> None:
    """As after a backup, which holds no pieces."""
    ticket = await announced(anna, DATA)
    await send(anna, ticket, 0, 500)
    await running.files.delete(await keys(running))
    lost = await send(anna, ticket, 500, len(DATA))
    assert (lost.status_code, lost.json()["code"], lost.headers["Upload-Offset"]) == (409, "upload_incomplete", "0")
    assert await keys(running) == []
    assert (await send(anna, ticket, 0, len(DATA))).status_code == 204


async def test_pieces_that_came_after_others_were_forgotten_are_not_forgotten_with_them(
    anna: Person, running: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = await announced(anna, DATA)
    await send(anna, ticket, 0, 500)
    await running.files.delete(await keys(running))
    read = running.files.read
    answers: list[Any] = []

    async def while_somebody_else_begins_again(key: str) -> AsyncIterator[bytes]:
        if not answers:
            answers.append(None)
            answers.append(await anna.post(f"{UPLOAD}/{ticket['upload_id']}/complete"))
            answers.append(await send(anna, ticket, 0, 700))
        async for chunk in read(key):
            yield chunk

    monkeypatch.setattr(running.files, "read", while_somebody_else_begins_again)
    lost = await send(anna, ticket, 500, len(DATA))
    assert [answer.status_code for answer in answers[1:]] == [409, 204]
    assert (lost.status_code, lost.headers["Upload-Offset"], len(await keys(running))) == (409, "700", 1)
    assert (await send(anna, ticket, 700, len(DATA))).status_code == 204


async def test_pieces_are_no_strays(anna: Person, running: Parts) -> None:
    ticket = await announced(anna, DATA)
    await send(anna, ticket, 0, 500)
    assert await remove_strays(running.works, running.files) == 0
    assert await found(running) == []
    assert (await send(anna, ticket, 500, len(DATA))).status_code == 204


class TestWithAQuota:
    """C33: exact also when all come in pieces and at once."""

    @pytest.fixture
    def settings(self, make_settings: Callable[..., Settings]) -> Settings:
        return make_settings(bytes_per_account=10 * len(DATA) + 9, media_per_account=0)

    async def test_c33_pieces_take_no_more_than_was_announced(self, anna: Person, running: Parts) -> None:
        body = {"content_type": "image/jpeg", "bytes": len(DATA)}
        answers = await asyncio.gather(*(anna.post(UPLOAD, json=body) for _ in range(30)))
        assert sorted(answer.status_code for answer in answers) == [201] * 10 + [409] * 20
        tickets = [answer.json() for answer in answers if answer.status_code == 201]
        await asyncio.gather(*(send(anna, ticket, 0, 900) for ticket in tickets for _ in range(3)))
        await asyncio.gather(*(send(anna, ticket, 900, len(DATA)) for ticket in tickets for _ in range(3)))
        async with running.works.read() as work:
            usage = await work.media.usage(anna.account.id)
        assert (usage.pictures, usage.bytes, len(await keys(running))) == (10, 10 * len(DATA), 10)


class TestOfALargeFile:
    """Memory does not grow with the picture, neither while it comes nor while it is joined."""

    SIZE = 96 << 20

    @pytest.fixture
    def settings(self, make_settings: Callable[..., Settings]) -> Settings:
        return make_settings(upload_max_bytes=self.SIZE)

    async def test_joining_takes_no_more_memory_for_more_bytes(self, anna: Person, running: Parts) -> None:
        ticket = (await anna.post(UPLOAD, json={"content_type": "image/jpeg", "bytes": self.SIZE})).json()
        part, chunk = self.SIZE // 3, bytes(1 << 16)

        async def body() -> AsyncIterator[bytes]:
            for _ in range(part // len(chunk)):
                yield chunk

        tracemalloc.start()
        try:
            for number in range(3):
                headers = {**PIECE, "Upload-Offset": str(number * part)}
                assert (await anna.patch(ticket["upload_url"], content=body(), headers=headers)).status_code == 204
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert (len(await keys(running)), peak < 40 << 20) == (1, True), peak
