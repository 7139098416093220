"""Drafts: pictures for an hour, in no list, and gone at that second unless they are kept."""

import asyncio
import json
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import pytest

from domain.media.upload import UPLOAD_LIFE
from scheduler.expire_drafts import expire_drafts
from scheduler.expire_uploads import expire_uploads
from tests.conftest import MovableClock
from tests.painted import photograph
from tests.sending import MEDIA, UPLOAD, announced, posted, processed, uploaded
from tests.signed_in import Person
from ui.parts import Parts

ALMOST = timedelta(minutes=59)
HOUR = timedelta(hours=1)


async def drafted(person: Person, seed: int = 1) -> dict[str, Any]:
    return await uploaded(person, photograph(width=700, seed=seed), draft=True)


async def keys(parts: Parts) -> list[str]:
    return [stored.key async for stored in parts.files.list()]


async def addresses(person: Person, picture: dict[str, Any]) -> list[int]:
    urls = [picture["original_url"], picture["renditions"][0]["url"], f"{MEDIA}/{picture['id']}"]
    return [(await person.get(url)).status_code for url in urls]


async def test_a_draft_is_processed_and_seen_by_its_owner_but_in_no_list(anna: Person, ben: Person) -> None:
    picture = await drafted(anna)
    assert (picture["status"], picture["draft"], len(picture["renditions"]) > 0) == ("completed", True, True)
    await anna.patch(f"{MEDIA}/{picture['id']}", json={"tags": ["sea"]})
    assert await addresses(anna, picture) == [200, 200, 200]
    assert (await ben.get(f"{MEDIA}/{picture['id']}")).status_code == 404
    assert (await anna.get(MEDIA)).json()["items"] == []
    assert (await anna.get(f"{MEDIA}?sha256={picture['sha256']}")).json()["items"] == []
    assert (await anna.get(f"{MEDIA}/tags")).json() == []
    assert (await anna.get(f"{MEDIA}/months")).json() == []


async def test_a_form_makes_drafts_too(anna: Person) -> None:
    answer = await anna.post(f"{MEDIA}?draft=true", files={"file": ("a.jpg", photograph(), "image/jpeg")})
    assert (answer.status_code, answer.json()["draft"]) == (201, True)
    assert (await posted(anna, photograph(seed=2))).json()["draft"] is False
    assert len((await anna.get(MEDIA)).json()["items"]) == 1


async def test_a_draft_is_gone_everywhere_at_the_second_its_hour_is_over(
    anna: Person, running: Parts, clock: MovableClock
) -> None:
    picture = await drafted(anna)
    clock.move(ALMOST)
    picture = (await anna.get(f"{MEDIA}/{picture['id']}")).json()  # with links that are fresh
    assert await expire_drafts(running.works, running.files, running.messages, clock) == 0
    assert await addresses(anna, picture) == [200, 200, 200]
    clock.move(HOUR - ALMOST)
    path = f"{MEDIA}/{picture['id']}"
    assert await addresses(anna, picture) == [404, 404, 404]
    refused = [
        await anna.patch(path, json={"draft": False}),
        await anna.patch(path, json={"name": "mine"}),
        await anna.post(f"{path}/retry"),
        await anna.post(f"{MEDIA}/archive", json={"ids": [picture["id"]]}),
        await anna.patch(f"/api/v1/users/{anna.account.id}", json={"avatar_media_id": picture["id"]}),
        await anna.delete(path),
    ]
    assert [answer.status_code for answer in refused] == [404, 404, 404, 404, 422, 404]
    assert await keys(running) != []
    async with asyncio.timeout(30), running.messages.subscribe(f"account/{anna.account.id}") as hints:
        assert await expire_drafts(running.works, running.files, running.messages, clock) == 1
        assert json.loads(await anext(hints)) == {"kind": "media", "id": picture["id"], "status": "gone"}
    assert await keys(running) == []
    assert await expire_drafts(running.works, running.files, running.messages, clock) == 0


async def test_a_draft_that_is_kept_stays_and_is_in_the_library(
    anna: Person, running: Parts, clock: MovableClock
) -> None:
    picture, other = await drafted(anna), await drafted(anna, seed=2)
    clock.move(ALMOST)
    kept = await anna.patch(f"{MEDIA}/{picture['id']}", json={"draft": False, "name": "kept"})
    assert (kept.status_code, kept.json()["draft"], kept.json()["name"]) == (200, False, "kept")
    clock.move(HOUR)
    assert await expire_drafts(running.works, running.files, running.messages, clock) == 1
    assert [one["id"] for one in (await anna.get(MEDIA)).json()["items"]] == [picture["id"]]
    assert (await anna.get(f"{MEDIA}/{other['id']}")).status_code == 404
    assert (await anna.get((await anna.get(f"{MEDIA}/{picture['id']}")).json()["original_url"])).status_code == 200


async def test_what_is_kept_never_becomes_a_draft(anna: Person) -> None:
    picture = await uploaded(anna)
    answer = await anna.patch(f"{MEDIA}/{picture['id']}", json={"draft": True})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "draft")
    unsaid = await anna.patch(f"{MEDIA}/{picture['id']}", json={"draft": None})
    assert (unsaid.status_code, unsaid.json()["draft"]) == (200, False)


async def test_a_draft_cannot_be_a_face(anna: Person) -> None:
    picture = await drafted(anna)
    answer = await anna.patch(f"/api/v1/users/{anna.account.id}", json={"avatar_media_id": picture["id"]})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_avatar")


async def test_an_upload_of_a_draft_ends_with_the_draft(anna: Person, running: Parts, clock: MovableClock) -> None:
    data = photograph()
    ticket = await announced(anna, data, draft=True)
    clock.move(ALMOST)
    piece = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    assert (await anna.patch(ticket["upload_url"], content=data[:100], headers=piece)).status_code == 204
    clock.move(HOUR - ALMOST)
    rest = {**piece, "Upload-Offset": "100"}
    assert (await anna.patch(ticket["upload_url"], content=data[100:], headers=rest)).status_code == 404
    assert (await anna.client.head(ticket["upload_url"])).status_code == 404
    assert await expire_drafts(running.works, running.files, running.messages, clock) == 1
    assert await keys(running) == []


async def test_a_draft_counts_for_what_one_may_keep(anna: Person, running: Parts) -> None:
    data = photograph()
    await announced(anna, data, draft=True)
    async with running.works.read() as work:
        usage = await work.media.usage(anna.account.id)
    assert (usage.pictures, usage.bytes) == (1, len(data))


@pytest.mark.parametrize("draft", ["yes please", 7])
async def test_what_is_neither_draft_nor_not_is_refused(anna: Person, draft: object) -> None:
    body = {"content_type": "image/jpeg", "bytes": 9, "draft": draft}
    assert (await anna.post(UPLOAD, json=body)).status_code == 422


async def test_a_draft_kept_while_it_is_on_its_way_has_an_upload_s_whole_day(
    anna: Person, running: Parts, clock: MovableClock
) -> None:
    data = photograph()
    ticket = await announced(anna, data, draft=True)
    assert (await anna.patch(f"{MEDIA}/{ticket['media_id']}", json={"draft": False})).status_code == 200
    kept = parsedate_to_datetime((await anna.client.head(ticket["upload_url"])).headers["Upload-Expires"])
    assert kept - clock.now() > UPLOAD_LIFE - timedelta(minutes=1)
    clock.move(2 * HOUR)
    assert await expire_uploads(running.works, running.files, running.messages, clock) == 0
    piece = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    await anna.patch(ticket["upload_url"], content=data[:100], headers=piece)
    clock.move(HOUR)
    rest = {**piece, "Upload-Offset": "100"}
    assert (await anna.patch(ticket["upload_url"], content=data[100:], headers=rest)).status_code == 204
    assert (await anna.post(f"{UPLOAD}/{ticket['upload_id']}/complete")).status_code == 202
    assert (await processed(anna, ticket["media_id"]))["status"] == "completed"
