"""What does not come in, and that nothing of it stays."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from domain.files import Files
from tests.painted import photograph
from tests.sending import MEDIA, UPLOAD, announced, posted, processed, sent, uploaded
from tests.signed_in import Person
from ui.parts import Parts
from ui.settings import Settings

LIMIT = 60_000


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(upload_max_bytes=LIMIT)


async def keys(files: Files) -> list[str]:
    return [stored.key async for stored in files.list()]


@pytest.mark.parametrize("size", [0, -1])
async def test_c20_a_picture_without_bytes_is_refused(anna: Person, size: int) -> None:
    answer = await anna.post(UPLOAD, json={"content_type": "image/jpeg", "bytes": size})
    assert (answer.status_code, answer.json()["code"]) == (422, "upload_empty")


async def test_c20_one_byte_over_the_limit_is_refused_when_it_is_announced(anna: Person) -> None:
    answer = await anna.post(UPLOAD, json={"content_type": "image/jpeg", "bytes": LIMIT + 1})
    assert (answer.status_code, answer.json()["code"]) == (413, "upload_too_large")
    assert (await anna.post(UPLOAD, json={"content_type": "image/jpeg", "bytes": LIMIT})).status_code == 201


@pytest.mark.parametrize(
    "kind", ["text/plain", "image/svg+xml", "text/html", "application/pdf", "image/tiff", "video/mp4"]
)
async def test_c20_other_kinds_are_refused(anna: Person, kind: str) -> None:
    answer = await anna.post(UPLOAD, json={"content_type": kind, "bytes": 10, "filename": "page.html"})
    assert (answer.status_code, answer.json()["code"]) == (415, "upload_type_refused")
    assert "page.html" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("kind", "filename"), [("", "a.HEIC"), ("application/octet-stream", "b.heif"), ("image/jpg", "c")]
)
async def test_a_kind_that_the_sender_does_not_know_is_read_from_the_name(
    anna: Person, kind: str, filename: str
) -> None:
    assert (await anna.post(UPLOAD, json={"content_type": kind, "bytes": 10, "filename": filename})).status_code == 201


class Endless:
    """A body that says how much of it was read."""

    def __init__(self, chunk: bytes) -> None:
        self.chunk = chunk
        self.read = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while self.read < 100 * LIMIT:
            self.read += len(self.chunk)
            yield self.chunk


async def test_c20_more_bytes_than_announced_are_refused_while_they_come(anna: Person, running: Parts) -> None:
    ticket = await announced(anna, b"x" * 30_000)
    body = Endless(b"x" * 10_000)
    answer = await anna.put(ticket["upload_url"], content=body)  # chunked, without any length
    assert (answer.status_code, answer.json()["code"]) == (413, "upload_too_large")
    assert body.read <= 40_000
    assert await keys(running.files) == []


async def test_c20_a_length_that_is_too_large_is_refused_before_a_byte_is_read(anna: Person) -> None:
    ticket = await announced(anna, b"x" * 100)
    body = Endless(b"x" * 10)
    answer = await anna.put(ticket["upload_url"], content=body, headers={"Content-Length": "101"})
    assert answer.status_code == 413
    assert body.read == 0


async def test_c20_a_length_that_lies_does_not_help(anna: Person, running: Parts) -> None:
    ticket = await announced(anna, b"x" * 100)
    answer = await anna.put(ticket["upload_url"], content=Endless(b"x" * 60), headers={"Content-Length": "100"})
    assert answer.status_code == 413
    assert await keys(running.files) == []


async def test_c20_one_byte_over_the_limit_in_a_form_is_refused_without_reading_the_rest(
    anna: Person, running: Parts
) -> None:
    assert (await posted(anna, b"x" * (LIMIT + 1))).status_code == 413
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'

    async def endless() -> AsyncIterator[bytes]:
        yield head
        async for chunk in body:
            yield chunk

    body = Endless(b"x" * 10_000)
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    answer = await anna.post(MEDIA, content=endless(), headers=headers)
    assert (answer.status_code, body.read <= LIMIT + 20_000) == (413, True)
    assert await keys(running.files) == []
    assert (await anna.get(MEDIA)).json()["items"] == []


async def test_c21_complete_before_all_bytes_are_here_is_refused(anna: Person) -> None:
    data = photograph()
    ticket = await announced(anna, data)
    complete = f"{UPLOAD}/{ticket['upload_id']}/complete"
    assert (await anna.post(complete)).json()["code"] == "upload_incomplete"
    cut = await anna.put(ticket["upload_url"], content=data[:100])
    assert (cut.status_code, cut.json()["code"]) == (409, "upload_incomplete")
    assert (await anna.post(complete)).status_code == 409
    assert (await anna.put(ticket["upload_url"], content=data)).status_code == 200
    assert (await anna.post(complete)).status_code == 202
    assert (await processed(anna, ticket["media_id"]))["status"] == "completed"


async def test_c21_another_s_upload_does_not_exist(anna: Person, ben: Person) -> None:
    ticket = await announced(anna, photograph())
    path = f"{UPLOAD}/{ticket['upload_id']}"
    answers = [
        await ben.put(ticket["upload_url"], content=b"x"),
        await ben.post(f"{path}/complete"),
        await ben.get(f"{path}/status"),
        await ben.delete(path),
    ]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert {answer.json()["code"] for answer in answers} == {"upload_not_found"}


async def test_an_original_that_is_here_cannot_be_sent_again(anna: Person) -> None:
    first, second = photograph(seed=1), photograph(seed=2)
    picture = await uploaded(anna, first)
    ticket = await sent(anna, first)
    again = await anna.put(ticket["upload_url"], content=second[: len(first)])
    assert (again.status_code, again.json()["code"]) == (409, "upload_finished")
    assert (await anna.get(picture["original_url"])).content == first


async def test_an_upload_that_is_given_up_leaves_nothing(anna: Person, running: Parts) -> None:
    ticket = await sent(anna, photograph())
    path = f"{UPLOAD}/{ticket['upload_id']}"
    assert (await anna.delete(path)).status_code == 204
    assert (await anna.get(f"{path}/status")).status_code == 404
    assert (await anna.get(f"{MEDIA}/{ticket['media_id']}")).status_code == 404
    assert await keys(running.files) == []


async def test_a_finished_upload_can_no_longer_be_given_up(anna: Person) -> None:
    ticket = await sent(anna, photograph())
    await anna.post(f"{UPLOAD}/{ticket['upload_id']}/complete")
    await processed(anna, ticket["media_id"])
    assert (await anna.delete(f"{UPLOAD}/{ticket['upload_id']}")).json()["code"] == "upload_finished"


async def test_what_is_no_picture_fails_with_a_reason_and_can_be_tried_again(anna: Person) -> None:
    """C20."""
    picture = await uploaded(anna, b"To whom it may concern", filename="letter.jpg")
    assert (picture["status"], picture["reason_code"]) == ("failed", "not_a_picture")
    assert picture["reason"] == "letter.jpg is not a picture. For other files, use a room."
    again = await anna.post(f"{MEDIA}/{picture['id']}/retry")
    assert (again.status_code, again.json()["status"]) == (202, "uploaded")
    assert (await processed(anna, picture["id"]))["status"] == "failed"


async def test_a_picture_that_did_not_fail_cannot_be_tried_again(anna: Person, ben: Person) -> None:
    picture = await uploaded(anna)
    assert (await anna.post(f"{MEDIA}/{picture['id']}/retry")).json()["code"] == "media_not_failed"
    assert (await ben.post(f"{MEDIA}/{picture['id']}/retry")).json()["code"] == "media_not_found"


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"bytes": 1},
        {"content_type": "image/jpeg"},
        {"content_type": 5, "bytes": "x"},
        {"content_type": "image/jpeg", "bytes": 10**30},
    ],
)
async def test_an_announcement_that_makes_no_sense_is_refused(anna: Person, wrong: dict[str, Any]) -> None:
    assert (await anna.post(UPLOAD, json=wrong)).status_code == 422


async def test_nobody_uploads_without_credentials(anna: Person, nobody: Any) -> None:
    ticket = await announced(anna, photograph())
    assert (await nobody.post(UPLOAD, json={"content_type": "image/jpeg", "bytes": 1})).status_code == 401
    assert (await nobody.put(ticket["upload_url"], content=b"x")).status_code == 401
    assert (await nobody.post(MEDIA, files={"file": b"x"})).status_code == 401


@pytest.mark.parametrize(
    ("method", "path"), [("POST", UPLOAD), ("PATCH", f"{MEDIA}/0190a6b0-0000-7000-8000-000000000000")]
)
async def test_only_pictures_may_be_large_what_is_said_about_them_may_not(anna: Person, method: str, path: str) -> None:
    body = b'{"name": "' + b"x" * 2_000_000 + b'"}'
    answer = await anna.client.request(method, path, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
