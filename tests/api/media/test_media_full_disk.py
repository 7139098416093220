"""A disk that is nearly full takes no more pictures, and everything else goes on (C32)."""

import io
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI

from tests.painted import photograph
from tests.sending import MEDIA, UPLOAD, announced, posted, sent, uploaded
from tests.signed_in import Person
from ui.parts import Parts

LARGE = photograph() + bytes(9 << 20)


async def in_chunks() -> AsyncIterator[bytes]:
    for first in range(0, len(LARGE), 1 << 20):
        yield LARGE[first : first + (1 << 20)]


async def put(anna: Person, url: str) -> httpx.Response:
    return await anna.put(url, content=in_chunks())


async def patched(anna: Person, url: str) -> httpx.Response:
    headers = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}
    return await anna.patch(url, content=in_chunks(), headers=headers)


async def in_a_form(anna: Person, _url: str) -> httpx.Response:
    return await anna.post(MEDIA, files={"file": ("photo.jpg", io.BytesIO(LARGE), "image/jpeg")})


async def tried(anna: Person, _url: str) -> httpx.Response:
    files = {"file": ("photo.jpg", io.BytesIO(LARGE), "image/jpeg")}
    return await anna.post("/api/v1/compress", files=files, data={"format": "jpeg"})


@pytest.fixture
def fill_disk(app: FastAPI, running: Parts):
    """Makes the reserve larger than the disk, and back."""

    def fill(full: bool) -> None:
        reserve = 1 << 62 if full else 0
        settings = running.settings.model_copy(update={"disk_reserve_bytes": reserve})
        app.state.parts = replace(running, settings=settings)

    return fill


async def test_c32_uploads_answer_507_while_the_rest_goes_on(anna: Person, running: Parts, fill_disk) -> None:
    if await running.files.free_bytes() is None:
        pytest.skip("a bucket does not say how full it is")
    picture = await uploaded(anna)
    data = photograph(seed=2)
    ticket = (await anna.post(UPLOAD, json={"content_type": "image/jpeg", "bytes": len(data)})).json()
    fill_disk(True)
    answers = [
        await anna.post(UPLOAD, json={"content_type": "image/jpeg", "bytes": 10}),
        await anna.put(ticket["upload_url"], content=data),
        await posted(anna),
    ]
    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(507, "disk_full")] * 3
    assert (await anna.get(picture["original_url"])).status_code == 200
    assert (await anna.patch(f"{MEDIA}/{picture['id']}", json={"name": "kept"})).status_code == 200
    assert (await anna.delete(f"{MEDIA}/{picture['id']}")).status_code == 204
    fill_disk(False)
    assert (await anna.put(ticket["upload_url"], content=data)).status_code == 200
    await sent(anna, data)


@pytest.mark.parametrize("send", [put, patched, in_a_form, tried])
async def test_c32_a_disk_that_others_fill_meanwhile_ends_an_upload_that_had_room_when_it_began(
    anna: Person,
    app: FastAPI,
    running: Parts,
    monkeypatch: pytest.MonkeyPatch,
    send: Callable[[Person, str], Awaitable[httpx.Response]],
) -> None:
    looks: list[int] = []

    async def ever_less() -> int:
        looks.append(len(LARGE) << 1 if len(looks) < 2 else 0)
        return looks[-1]

    settings = running.settings.model_copy(update={"disk_reserve_bytes": 1})
    app.state.parts = replace(running, settings=settings)
    url = (await announced(anna, LARGE))["upload_url"]
    monkeypatch.setattr(running.files, "free_bytes", ever_less)
    answer = await send(anna, url)
    assert (answer.status_code, answer.json()["code"], looks[-1]) == (507, "disk_full", 0)
    assert [stored.key async for stored in running.files.list()] == []
