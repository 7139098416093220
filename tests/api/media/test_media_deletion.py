"""Deleting: gone for everybody at once, and nothing stays behind (C30)."""

import asyncio
import json

from tests.painted import photograph
from tests.sending import MEDIA, UPLOAD, sent, uploaded
from tests.signed_in import Person
from ui.parts import Parts


async def keys(parts: Parts) -> list[str]:
    return [stored.key async for stored in parts.files.list()]


async def test_c30_a_deleted_picture_leaves_no_row_and_no_file(anna: Person, running: Parts) -> None:
    picture = await uploaded(anna, photograph(width=1400, height=900))
    other = await uploaded(anna, photograph(seed=2))
    await anna.patch(f"{MEDIA}/{picture['id']}", json={"tags": ["sea"]})
    assert (await anna.delete(f"{MEDIA}/{picture['id']}")).status_code == 204
    assert (await anna.delete(f"{MEDIA}/{picture['id']}")).status_code == 404
    assert (await anna.get(f"{MEDIA}/{picture['id']}")).status_code == 404
    assert all(other["id"] in key for key in await keys(running))
    async with running.works.read() as work:
        assert [str(media.id) for media in await work.media.stored(None, 10)] == [other["id"]]


async def test_a_picture_that_is_deleted_while_it_is_processed_leaves_nothing(anna: Person, running: Parts) -> None:
    tickets = [await sent(anna, photograph(width=1600, height=1200, seed=seed)) for seed in range(4)]
    async with asyncio.timeout(30), running.messages.subscribe(f"account/{anna.account.id}") as hints:
        for ticket in tickets:
            await anna.post(f"{UPLOAD}/{ticket['upload_id']}/complete")
        assert json.loads(await anext(hints))["status"] == "processing"
    for ticket in tickets:
        assert (await anna.delete(f"{MEDIA}/{ticket['media_id']}")).status_code == 204
    last = await uploaded(anna, photograph(seed=9))  # jobs come in order, so those before it have ended
    assert all(last["id"] in key for key in await keys(running))


async def test_many_deletions_of_one_picture_at_once_do_no_harm(anna: Person) -> None:
    picture = await uploaded(anna)
    answers = await asyncio.gather(*(anna.delete(f"{MEDIA}/{picture['id']}") for _ in range(10)))
    assert sorted(answer.status_code for answer in answers) == [204] + [404] * 9
