"""An upload that was cut goes on where it ended: tus 1.0 on its address (C21)."""

import hashlib

from domain.files import Files
from tests.painted import photograph
from tests.sending import MEDIA, UPLOAD, announced, processed
from tests.signed_in import Person
from ui.parts import Parts

TUS = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}


async def keys(files: Files) -> list[str]:
    return [stored.key async for stored in files.list("originals/")]


async def test_c21_after_a_cut_the_rest_is_enough(anna: Person, running: Parts) -> None:
    data = photograph(width=900, height=600)
    half = len(data) // 2
    ticket = await announced(anna, data)
    url = ticket["upload_url"]
    cut = await anna.put(url, content=data[:half])
    assert (cut.status_code, cut.json()["code"], cut.headers["upload-offset"]) == (409, "upload_incomplete", str(half))
    asked = await anna.client.head(url)
    assert (asked.status_code, asked.content) == (200, b"")
    assert (asked.headers["upload-offset"], asked.headers["upload-length"]) == (str(half), str(len(data)))
    assert (asked.headers["tus-resumable"], asked.headers["cache-control"]) == ("1.0.0", "no-store")
    rest = await anna.patch(url, content=data[half:], headers={**TUS, "Upload-Offset": str(half)})
    assert (rest.status_code, rest.headers["upload-offset"]) == (204, str(len(data)))
    assert (await anna.post(f"{UPLOAD}/{ticket['upload_id']}/complete")).status_code == 202
    picture = await processed(anna, ticket["media_id"])
    assert (picture["status"], picture["sha256"]) == ("completed", hashlib.sha256(data).hexdigest())
    assert (await anna.get(picture["original_url"])).content == data
    assert len(await keys(running.files)) == 1
