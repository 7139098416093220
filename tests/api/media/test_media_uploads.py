"""A picture's way in, step by step."""

import hashlib

import pytest

from tests.painted import PILLOW_NAMES, photograph
from tests.sending import UPLOAD, announced, processed, uploaded
from tests.signed_in import Person


async def test_c20_a_picture_goes_from_pending_to_completed(anna: Person) -> None:
    data = photograph(width=900, height=600)
    ticket = await announced(anna, data, filename="IMG_1.jpg")
    status = f"{UPLOAD}/{ticket['upload_id']}/status"
    assert (await anna.get(status)).json()["status"] == "pending"
    assert (await anna.put(ticket["upload_url"], content=data)).json()["status"] == "uploaded"
    completing = await anna.post(f"{UPLOAD}/{ticket['upload_id']}/complete")
    assert (completing.status_code, completing.json()["media_id"]) == (202, ticket["media_id"])
    picture = await processed(anna, ticket["media_id"])
    assert (picture["status"], picture["name"], picture["width"], picture["height"]) == (
        "completed",
        "IMG_1.jpg",
        900,
        600,
    )
    assert picture["sha256"] == hashlib.sha256(data).hexdigest()
    assert [one["width"] for one in picture["renditions"]] == [900, 640, 320]
    assert (await anna.get(status)).json()["status"] == "completed"


@pytest.mark.parametrize("content_type", PILLOW_NAMES)
async def test_c22_the_original_comes_back_byte_for_byte(anna: Person, content_type: str) -> None:
    data = photograph(content_type)
    picture = await uploaded(anna, data, content_type)
    assert (picture["status"], picture["content_type"]) == ("completed", content_type)
    original = await anna.get(picture["original_url"])
    assert original.content == data
