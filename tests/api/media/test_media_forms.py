"""Pictures that come with one multipart form."""

import httpx
import pytest

from tests.painted import photograph
from tests.sending import MEDIA, posted, processed
from tests.signed_in import Person
from ui.parts import Parts

HEAD = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'


async def test_a_form_with_one_file_is_answered_with_the_picture(anna: Person) -> None:
    data = photograph()
    answer = await posted(anna, data, "Sommer in Köln.jpg")
    assert (answer.status_code, answer.json()["name"]) == (201, "Sommer in Köln.jpg")
    picture = await processed(anna, answer.json()["id"])
    assert (picture["status"], picture["bytes"]) == ("completed", len(data))


@pytest.mark.parametrize("name_first", [True, False])
async def test_a_form_names_its_picture_wherever_the_name_stands(anna: Person, name_first: bool) -> None:
    name, file = ("name", (None, b"The lake")), ("file", ("a.jpg", photograph(), "image/jpeg"))
    answer = await anna.post(MEDIA, files=[name, file] if name_first else [file, name])
    assert (answer.status_code, answer.json()["name"]) == (201, "The lake")


async def test_several_files_are_answered_file_by_file(anna: Person) -> None:
    files = [
        ("file", ("a.jpg", photograph(seed=1), "image/jpeg")),
        ("file", ("notes.txt", b"notes", "text/plain")),
        ("file", ("empty.png", b"", "image/png")),
        ("file", ("b.png", photograph("image/png", seed=2), "image/png")),
    ]
    answer = await anna.post(MEDIA, files=files)
    assert answer.status_code == 201
    assert [one["name"] for one in answer.json()["taken"]] == ["a.jpg", "b.png"]
    refused = [(one["filename"], one["code"]) for one in answer.json()["refused"]]
    assert refused == [("notes.txt", "upload_type_refused"), ("empty.png", "upload_empty")]


async def test_a_form_whose_only_file_is_refused_says_why(anna: Person) -> None:
    text = await anna.post(MEDIA, files={"file": ("a.txt", b"text", "text/plain")})
    empty = await anna.post(MEDIA, files={"file": ("a.jpg", b"", "image/jpeg")})
    assert (text.status_code, empty.status_code) == (415, 422)
    assert empty.json()["code"] == "upload_empty"


async def test_a_form_without_a_file_is_refused(anna: Person) -> None:
    answer = await anna.post(MEDIA, files={"picture": ("a.jpg", b"x", "image/jpeg")})
    assert (answer.status_code, answer.json()["code"]) == (422, "form_without_file")


@pytest.mark.parametrize("name", ["", " ", "x" * 101, "two\nlines"])
async def test_a_form_with_a_name_that_cannot_be_leaves_nothing(anna: Person, name: str) -> None:
    files = [("file", ("a.jpg", photograph(), "image/jpeg")), ("name", (None, name.encode()))]
    answer = await anna.post(MEDIA, files=files)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_media_name")
    assert (await anna.get(MEDIA)).json()["items"] == []


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data", b""),
        ("multipart/form-data; boundary=b", b""),
        ("multipart/form-data; boundary=b", b"no boundary in here"),
        ("multipart/form-data; boundary=b", HEAD + b"x" * 50_000),
        ("multipart/form-data; boundary=b", b"--b\r\n" + b"x" * 100_000),
        ("multipart/form-data; boundary=" + "b" * 5000, HEAD),
    ],
)
async def test_a_form_that_is_none_or_breaks_off_leaves_nothing(
    anna: Person, running: Parts, content_type: str, body: bytes
) -> None:
    answer = await anna.post(MEDIA, content=body, headers={"Content-Type": content_type})
    assert (answer.status_code, answer.json()["code"]) == (400, "not_a_form")
    assert [stored.key async for stored in running.files.list()] == []
    assert (await anna.get(MEDIA)).json()["items"] == []


@pytest.mark.parametrize("cut_into", [1, 3, 1000])
async def test_it_does_not_matter_how_a_form_is_cut_into_pieces(anna: Person, cut_into: int) -> None:
    data = photograph(width=60, height=40)
    form = httpx.Request("POST", "http://kamra.test", files={"file": ("a.jpg", data, "image/jpeg")})
    body = form.read()

    async def pieces():
        for start in range(0, len(body), cut_into):
            yield body[start : start + cut_into]

    answer = await anna.post(MEDIA, content=pieces(), headers={"Content-Type": form.headers["content-type"]})
    assert answer.status_code == 201
    assert (await anna.get(answer.json()["original_url"])).content == data
