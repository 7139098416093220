"""`POST /compress`: a form with a file is answered with a smaller one, and nothing of it stays."""

import json
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from PIL import Image

from domain.accounts.actor import Scope
from tests.hostile.jpeg_bombs import JPEG_BOMBS
from tests.hostile.png_bombs import PNG_BOMBS
from tests.hostile.webp_gif_bombs import WEBP_GIF_BOMBS
from tests.painted import exif, photograph
from tests.sending import MEDIA
from tests.signed_in import Person, signed_in
from ui.parts import Parts
from ui.settings import Settings

COMPRESS = "/api/v1/compress"
MOST = 2_000_000


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(upload_max_bytes=MOST)


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's Kamra has its scratch folders."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def leftovers(folder: Path) -> list[str]:
    return [left.name for left in folder.iterdir()]


async def compressed(
    person: Person, data: bytes, name: str = "IMG_1.jpg", kind: str = "image/jpeg", **fields: Any
) -> httpx.Response:
    return await person.post(COMPRESS, files={"file": (name, data, kind)}, data=fields)


async def test_d39_a_file_is_answered_with_a_smaller_one_and_nothing_is_stored(
    anna: Person, running: Parts, scratch: Path
) -> None:
    data = photograph(quality=95)
    answer = await compressed(anna, data, format="webp", quality="60", width="240")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp")
    assert Image.open(BytesIO(answer.content)).size == (240, 160)
    assert (answer.headers["x-original-bytes"], answer.headers["x-compressed-bytes"]) == (
        str(len(data)),
        str(len(answer.content)),
    )
    assert (answer.headers["x-width"], answer.headers["x-height"]) == ("240", "160")
    assert 0.8 < float(answer.headers["x-similarity"]) < 1
    assert 'filename="IMG_1-240px.webp"' in answer.headers["content-disposition"]
    assert [stored.key async for stored in running.files.list()] == []
    assert (await anna.get(MEDIA)).json()["items"] == []
    assert leftovers(scratch) == []


async def test_the_recipe_may_be_json_and_structured_fields_are_json(anna: Person) -> None:
    recipe = {"format": "png", "crop": {"x": 0, "y": 0, "width": 100, "height": 50}}
    for fields in ({"recipe": json.dumps(recipe)}, {"format": "png", "crop": json.dumps(recipe["crop"])}):
        answer = await compressed(anna, photograph(), **fields)
        assert Image.open(BytesIO(answer.content)).size == (100, 50)
    for fields in ({"recipe": "{"}, {"recipe": "[]"}, {"crop": "1,2,3,4"}):
        answer = await compressed(anna, photograph(), **fields)
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_recipe")
    empty = await compressed(anna, photograph(), quality="", width="")  # as a browser's form sends what is left out
    assert (empty.status_code, empty.headers["content-type"]) == (200, "image/jpeg")


async def test_without_a_format_the_bytes_decide_whatever_the_file_is_called(anna: Person) -> None:
    answer = await compressed(anna, photograph("image/heic"), "IMG_2.HEIC", "application/octet-stream")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/jpeg")
    assert 'filename="IMG_2-480px.jpg"' in answer.headers["content-disposition"]
    png = await compressed(anna, photograph("image/png"), "called.jpg")
    assert (png.status_code, png.headers["content-type"]) == (200, "image/png")


async def test_d38_nothing_of_its_metadata_is_left_unless_asked_for(anna: Person) -> None:
    data = photograph(exif=exif(latitude=47.0))
    clean = Image.open(BytesIO((await compressed(anna, data)).content))
    assert dict(clean.getexif()) == {}
    whole = Image.open(BytesIO((await compressed(anna, data, metadata="all")).content))
    assert whole.getexif()[0x010F] == "Kamra"


async def test_text_named_as_a_picture_and_half_a_picture_are_refused_with_a_sentence(anna: Person) -> None:
    text = await compressed(anna, b"Dear diary", "diary.jpg")
    assert (text.status_code, text.json()["code"]) == (422, "not_a_picture")
    assert "diary" in text.json()["detail"]
    half = await compressed(anna, photograph()[:2000])
    assert (half.status_code, half.json()["code"]) == (422, "picture_damaged")


async def test_a_bomb_of_each_kind_is_refused_with_a_sentence(anna: Person) -> None:
    for bombs in (PNG_BOMBS, JPEG_BOMBS, WEBP_GIF_BOMBS):
        bomb = next(one for one in bombs if one.code)
        answer = await compressed(anna, bomb.make(), "bomb", bomb.content_type)
        assert (answer.status_code, answer.json()["code"]) == (422, bomb.code), bomb.name


async def test_what_may_not_come_in_may_not_be_compressed(anna: Person, scratch: Path) -> None:
    for data, name, kind, status in (
        (b"%PDF-1.7", "a.pdf", "application/pdf", 415),
        (b"", "a.jpg", "image/jpeg", 422),
        (b"x" * (MOST + 1), "a.jpg", "image/jpeg", 413),
        (b"x" * (MOST + 100_000), "a.jpg", "image/jpeg", 413),
    ):
        answer = await compressed(anna, data, name, kind)
        assert answer.status_code == status, answer.text
    two = await anna.post(COMPRESS, files=[("file", ("a.jpg", photograph(), "image/jpeg"))] * 2)
    assert (two.status_code, two.json()["code"]) == (422, "too_many_files")
    none = await anna.post(COMPRESS, files={"other": ("a.jpg", b"x", "image/jpeg")})
    assert (none.status_code, none.json()["code"]) == (422, "form_without_file")
    no_form = await anna.post(COMPRESS, json={"quality": 60})
    assert (no_form.status_code, no_form.json()["code"]) == (400, "not_a_form")
    endless = await compressed(anna, photograph(), notes="x" * 100_000)
    assert (endless.status_code, endless.json()["code"]) == (413, "body_too_large")
    assert leftovers(scratch) == []


async def test_d39_only_who_is_signed_in_and_may_write_has_files_compressed(
    app: FastAPI, nobody: httpx.AsyncClient
) -> None:
    form = {"file": ("a.jpg", photograph(), "image/jpeg")}
    assert (await nobody.post(COMPRESS, files=form)).status_code == 401
    async with signed_in(app, "reader", scopes=frozenset({Scope.READ})) as reader:
        assert (await reader.post(COMPRESS, files=form)).status_code == 403


async def test_a_full_disk_says_so(anna: Person, running: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    async def none() -> int:
        return -1

    monkeypatch.setattr(running.files, "free_bytes", none)
    answer = await compressed(anna, photograph())
    assert (answer.status_code, answer.json()["code"]) == (507, "disk_full")
