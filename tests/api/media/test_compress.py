"""Trying recipes on one's own picture: an answer with the bytes, nothing kept, the newest try only."""

import asyncio
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from PIL import Image, ImageSequence

from tests.painted import photograph
from tests.sending import MEDIA, uploaded
from tests.signed_in import Person
from ui.parts import Parts


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's Kamra has its scratch folders."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def leftovers(folder: Path) -> list[str]:
    return [left.name for left in folder.iterdir()]


async def tried(person: Person, picture: dict, **recipe: object) -> httpx.Response:
    return await person.post(f"{MEDIA}/{picture['id']}/compress", json=recipe)


async def test_a_try_answers_with_the_bytes_and_keeps_nothing(anna: Person, running: Parts, scratch: Path) -> None:
    picture = await uploaded(anna, filename="IMG_1.JPG")
    answer = await tried(anna, picture, format="webp", quality=60, width=240)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp")
    assert Image.open(BytesIO(answer.content)).size == (240, 160)
    said = {name: answer.headers[f"x-{name}"] for name in ("original-bytes", "compressed-bytes", "width", "height")}
    assert said == {
        "original-bytes": str(picture["bytes"]),
        "compressed-bytes": str(len(answer.content)),
        "width": "240",
        "height": "160",
    }
    assert 0.8 < float(answer.headers["x-similarity"]) < 1
    assert (answer.headers["x-quality"], answer.headers["x-frames"]) == ("60", "1")
    assert 'filename="IMG_1-240px.webp"' in answer.headers["content-disposition"]
    assert (answer.headers["cache-control"], answer.headers["x-content-type-options"]) == ("no-store", "nosniff")
    assert answer.headers["content-length"] == str(len(answer.content))
    assert (await anna.get(f"{MEDIA}/{picture['id']}")).json()["compressions_count"] == 0
    assert [stored.key async for stored in running.files.list("compressions/")] == []
    assert leftovers(scratch) == []


async def test_d87_fifty_tries_store_nothing_and_count_for_nothing(anna: Person, running: Parts) -> None:
    picture = await uploaded(anna, draft=True)
    before = sorted([stored.key async for stored in running.files.list()])
    for quality in range(1, 51):
        assert (await tried(anna, picture, quality=quality, width=40)).status_code == 200
    assert sorted([stored.key async for stored in running.files.list()]) == before
    assert (await anna.get(f"{MEDIA}/{picture['id']}/compressions")).json()["items"] == []
    assert (await anna.post(f"{MEDIA}/{picture['id']}/compressions", json={"width": 40})).status_code == 201


async def test_the_bytes_of_a_try_are_those_that_are_kept_by_the_same_recipe(anna: Person) -> None:
    picture = await uploaded(anna)
    recipe = {"format": "jpeg", "quality": 60, "width": 200}
    answer = await tried(anna, picture, **recipe)
    copy = (await anna.post(f"{MEDIA}/{picture['id']}/compressions", json=recipe)).json()
    assert (await anna.get(copy["url"])).content == answer.content


async def test_d37_eight_frames_in_are_eight_out_where_the_format_moves(anna: Person) -> None:
    picture = await uploaded(anna, moving(8), "image/gif")
    answer = await tried(anna, picture, format="webp")
    assert answer.headers["x-frames"] == "8"
    assert len(list(ImageSequence.Iterator(Image.open(BytesIO(answer.content))))) == 8
    still = await tried(anna, picture, format="jpeg")
    assert (still.status_code, still.headers["x-frames"], still.headers["x-original-frames"]) == (200, "1", "8")


def moving(frames: int) -> bytes:
    pictures = [Image.open(BytesIO(photograph(width=64, height=48, seed=seed))) for seed in range(frames)]
    out = BytesIO()
    pictures[0].save(out, "GIF", save_all=True, append_images=pictures[1:], duration=100)
    return out.getvalue()


async def test_d40_a_size_to_stay_under_is_never_passed_or_refused_with_the_smallest(anna: Person) -> None:
    picture = await uploaded(anna, photograph(width=1200, height=800, quality=95))
    for kind in ("jpeg", "webp", "avif"):
        whole = await tried(anna, picture, format=kind, quality=90)
        target = len(whole.content) * 2 // 3
        answer = await tried(anna, picture, format=kind, target_bytes=target)
        assert answer.status_code == 200
        assert len(answer.content) <= target
    refused = await tried(anna, picture, format="jpeg", target_bytes=100)
    assert (refused.status_code, refused.json()["code"]) == (422, "target_too_small")
    said = refused.json()
    assert said["errors"] == [{"field": "target_bytes", "message": said["detail"]}]
    assert f"try {said['suggested_width']} pixels" in said["detail"]
    assert (said["target_bytes"], said["width"]) == (100, picture["width"])
    assert 100 < said["smallest_bytes"] < len(whole.content)


async def test_d87_a_newer_try_ends_the_older_one(anna: Person, ben: Person, running: Parts) -> None:
    picture, other, bens = await uploaded(anna), await uploaded(anna, photograph(seed=2)), await uploaded(ben)
    async with (
        running.messages.subscribe(f"compress/{anna.account.id}/{picture['id']}") as heard,
        asyncio.TaskGroup() as tasks,
        running.compressing.place(anna.account.id),  # all of hers wait behind it, so that none is done too early
    ):
        older = tasks.create_task(tried(anna, picture, quality=90))
        await anext(heard)
        elsewhere = [tasks.create_task(tried(anna, other)), tasks.create_task(tried(ben, bens))]
        newer = tasks.create_task(tried(anna, picture, quality=70))
        answer = await older
    assert (answer.status_code, answer.json()["code"]) == (409, "superseded")
    assert [one.result().status_code for one in (newer, *elsewhere)] == [200, 200, 200]


async def test_of_many_tries_at_once_one_is_answered_and_every_other_told_why_not(anna: Person) -> None:
    picture = await uploaded(anna)
    answers = await asyncio.gather(*(tried(anna, picture, quality=quality) for quality in range(30, 42)))
    statuses = [answer.status_code for answer in answers]  # which of them is the newest is decided when it is let in
    assert 200 in statuses
    assert set(statuses) <= {200, 409}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} <= {"superseded"}


async def test_whoever_goes_away_holds_no_place(app: FastAPI, anna: Person, running: Parts, scratch: Path) -> None:
    picture = await uploaded(anna)
    gone, messages = asyncio.Event(), [{"type": "http.request", "body": b'{"quality": 80}', "more_body": False}]

    async def receive() -> dict[str, Any]:
        if messages:
            return messages.pop()
        await gone.wait()
        return {"type": "http.disconnect"}

    said: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        said.append(message)

    async with running.compressing.place(anna.account.id):  # the only one there is: the try waits behind it
        scope = scope_of(f"{MEDIA}/{picture['id']}/compress", anna)
        async with running.messages.subscribe(f"compress/{anna.account.id}/{picture['id']}") as heard:
            call = asyncio.create_task(app(scope, receive, send))
            await anext(heard)
        gone.set()
        await asyncio.wait_for(call, 30)
    assert said[0]["status"] == 409
    assert leftovers(scratch) == []
    assert (await tried(anna, picture)).status_code == 200


def scope_of(path: str, person: Person) -> dict[str, Any]:
    headers = {"host": "kamra.test", "content-type": "application/json", **dict(person.client.headers)}
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "scheme": "http",
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("kamra.test", 80),
    }


async def test_one_person_s_tries_wait_for_each_other_and_others_do_not(
    anna: Person, ben: Person, running: Parts
) -> None:
    bens = await uploaded(ben)
    async with running.compressing.place(anna.account.id):
        assert (await tried(ben, bens)).status_code == 200


async def test_the_formats_say_what_can_be_chosen_and_what_is_chosen_without(anna: Person) -> None:
    formats = (await anna.get("/api/v1/compress/formats")).json()
    assert [one["format"] for one in formats] == ["jpeg", "webp", "avif", "png"]
    picture = await uploaded(anna, photograph(width=48, height=32))
    for one in formats:
        for option in one["options"]:
            values = option["choices"] or [option["min"], option["max"]]
            assert option["default"] in values or option["min"] <= option["default"] <= option["max"]
            for value in values:
                answer = await tried(anna, picture, format=one["format"], options={option["name"]: value})
                assert (answer.status_code, answer.headers["content-type"]) == (200, one["content_type"])
