"""How much one person may keep, exact also when everything comes at once."""

import asyncio
from collections.abc import Callable

import pytest

from domain.files import Files
from tests.painted import photograph
from tests.sending import MEDIA, UPLOAD, announced, posted, uploaded
from tests.signed_in import Person
from ui.parts import Parts
from ui.settings import Settings

PICTURES = 10
BYTES = 40_000


@pytest.fixture(params=["pictures", "bytes"])
def settings(request: pytest.FixtureRequest, make_settings: Callable[..., Settings]) -> Settings:
    if request.param == "pictures":
        return make_settings(media_per_account=PICTURES)
    return make_settings(bytes_per_account=BYTES)


def fits(settings: Settings, size: int) -> int:
    return settings.media_per_account or settings.bytes_per_account // size


async def test_c33_a_hundred_announcements_at_once_keep_the_limit_exactly(anna: Person, settings: Settings) -> None:
    body = {"content_type": "image/jpeg", "bytes": 3000}
    answers = await asyncio.gather(*(anna.post(UPLOAD, json=body) for _ in range(100)))
    assert sorted(answer.status_code for answer in answers) == [201] * (n := fits(settings, 3000)) + [409] * (100 - n)
    refused = {answer.json()["code"] for answer in answers if answer.status_code == 409}
    assert refused == {"too_many_media" if settings.media_per_account else "quota_full"}


async def test_c33_a_hundred_forms_at_once_keep_the_limit_exactly(
    anna: Person, ben: Person, settings: Settings, running: Parts
) -> None:
    data = photograph(width=40, height=30).ljust(3000, b"\0")
    answers = await asyncio.gather(*(posted(anna, data) for _ in range(100)))
    taken = fits(settings, 3000)
    assert sorted(answer.status_code for answer in answers) == [201] * taken + [409] * (100 - taken)
    library = (await anna.get(MEDIA, params={"limit": 200})).json()["items"]
    assert len(library) == taken
    assert len([key async for key in originals(running.files)]) == taken
    assert (await posted(ben, data)).status_code == 201


async def originals(files: Files):
    async for stored in files.list("originals/"):
        yield stored.key


async def test_what_is_deleted_or_given_up_makes_room(anna: Person, settings: Settings) -> None:
    data = photograph(width=40, height=30).ljust(3000, b"\0")
    tickets = [await announced(anna, data) for _ in range(fits(settings, 3000) - 1)]
    picture = await uploaded(anna, data)
    assert (await anna.post(UPLOAD, json={"content_type": "image/jpeg", "bytes": 3000})).status_code == 409
    assert (await anna.delete(f"{MEDIA}/{picture['id']}")).status_code == 204
    await announced(anna, data)
    assert (await anna.post(UPLOAD, json={"content_type": "image/jpeg", "bytes": 3000})).status_code == 409
    assert (await anna.delete(f"{UPLOAD}/{tickets[-1]['upload_id']}")).status_code == 204
    await announced(anna, data)
