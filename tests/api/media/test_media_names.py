"""Whatever a file is called, it is stored under our own id and downloaded under a name that does no harm (C26)."""

import re
from urllib.parse import unquote

import pytest

from domain.ids import parse_uuid
from tests.painted import photograph
from tests.sending import MEDIA, posted, uploaded
from tests.signed_in import Person
from ui.parts import Parts


@pytest.mark.parametrize(
    ("filename", "name", "saved_as"),
    [
        ("../../../evil", "evil", "evil.jpg"),
        ("a\\b", "b", "b.jpg"),
        ("nul\0byte.jpg", "nulbyte.jpg", "nulbyte.jpg"),
        ("CON", "CON", "_CON.jpg"),
        ("com1.jpg", "com1.jpg", "_com1.jpg"),
        ("x" * 4096 + ".jpeg", "x" * 95 + ".jpeg", "x" * 95 + ".jpeg"),
        ("a\u202egpj.exe", "agpj.exe", "agpj.exe.jpg"),
        ("<img onerror=alert(1)>.jpg", "<img onerror=alert(1)>.jpg", "_img onerror=alert(1)_.jpg"),
        ('a";b=".jpg', 'a";b=".jpg', "a_;b=_.jpg"),
        ("Grüße 100% 'ok'.JPG", "Grüße 100% 'ok'.JPG", "Grüße 100% 'ok'.JPG"),
        ("写真.png", "写真.png", "写真.png.jpg"),
        ("", "Picture", "Picture.jpg"),
        (" .. ", "..", "Picture.jpg"),
        (".jpg", ".jpg", "jpg.jpg"),
        ("line\r\nX-Evil: 1.jpg", "lineX-Evil: 1.jpg", "lineX-Evil_ 1.jpg"),
    ],
)
async def test_c26_any_name_is_kept_as_text_and_saved_as_a_file(
    anna: Person, running: Parts, filename: str, name: str, saved_as: str
) -> None:
    picture = await uploaded(anna, filename=filename)
    assert (picture["status"], picture["name"]) == ("completed", name)
    answer = await anna.get(picture["original_url"])
    disposition = answer.headers["content-disposition"]
    said = re.fullmatch(r"attachment; filename=\"([^\"\\]+)\"; filename\*=UTF-8''(\S+)", disposition)
    assert said is not None
    plain, encoded = said.groups()
    assert unquote(encoded) == saved_as
    assert plain.isascii()
    async for stored in running.files.list():
        folder, media_id, *_ = stored.key.split("/")
        assert (folder in {"originals", "renditions"}, parse_uuid(media_id) is not None) == (True, True)


@pytest.mark.parametrize("filename", ["../../../evil.jpg", "CON", "<img onerror>.jpg", "a\u202egpj.jpg"])
async def test_c26_the_same_holds_for_forms(anna: Person, filename: str) -> None:
    answer = await posted(anna, photograph(), filename)
    assert answer.status_code == 201
    assert "/" not in answer.json()["name"]


EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@pytest.mark.parametrize(
    "data",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"<!doctype html><script>alert(1)</script>",
        b"%PDF-1.7\n1 0 obj\n",
        EICAR,
        b"\xff\xd8\xff\xe0" + b"<script>alert(1)</script>" * 20,
    ],
)
async def test_c27_what_only_says_it_is_a_picture_is_never_shown(anna: Person, data: bytes) -> None:
    picture = await uploaded(anna, data, filename="holiday.jpg")
    assert (picture["status"], picture["renditions"]) == ("failed", [])
    answer = await anna.get(picture["original_url"])  # its owner may have it back, as a download that runs nothing
    assert answer.content == data
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_name_is_changed_in_the_download_at_once(anna: Person) -> None:
    picture = await uploaded(anna)
    await anna.patch(f"{MEDIA}/{picture['id']}", json={"name": "a/b"})
    answer = await anna.get(picture["original_url"])
    assert answer.headers["content-disposition"].startswith('attachment; filename="a_b.jpg"')
