"""A disk that is nearly full takes no more pictures, and everything else goes on (C32)."""

from dataclasses import replace

import pytest
from fastapi import FastAPI

from tests.painted import photograph
from tests.sending import MEDIA, UPLOAD, posted, sent, uploaded
from tests.signed_in import Person
from ui.parts import Parts


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
