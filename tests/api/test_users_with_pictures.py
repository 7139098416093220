"""What becomes of somebody's pictures: as their face, and when they leave (A12, A13)."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from tests.painted import photograph
from tests.sending import announced, uploaded
from tests.signed_in import Person, parts_of_app, signed_in


@pytest.fixture
async def boss(app: FastAPI) -> AsyncIterator[Person]:
    async with signed_in(app, "boss", Role.ADMIN) as person:
        yield person


async def _show_as(person: Person, media_id: str) -> httpx.Response:
    return await person.patch("/api/v1/users/@anna", json={"avatar_media_id": media_id})


async def test_one_s_own_finished_picture_can_be_one_s_face_a12(
    app: FastAPI, anna: Person, boss: Person, nobody: httpx.AsyncClient
) -> None:
    own, other = await uploaded(anna), await uploaded(boss)
    unfinished = await announced(anna, photograph(seed=2))
    for refused in (other["id"], unfinished["media_id"]):
        answer = await _show_as(anna, refused)
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_avatar")
    shown = (await _show_as(anna, own["id"])).json()["avatar"]["url"]
    assert (await nobody.get(shown)).status_code == 200
    seen = (await boss.get("/api/v1/users/@anna")).json()["avatar"]["url"]
    assert (await nobody.get(seen)).headers["content-type"] == "image/jpeg"

    assert (await _show_as(anna, other["id"])).status_code == 422
    assert (await anna.get("/api/v1/auth/me")).json()["avatar"]["url"] == shown
    assert (await anna.delete(f"/api/v1/media/{own['id']}")).status_code == 204
    assert (await anna.get("/api/v1/auth/me")).json()["avatar"] is None


async def test_who_leaves_takes_every_picture_and_file_along_a13(
    app: FastAPI, anna: Person, boss: Person, nobody: httpx.AsyncClient
) -> None:
    files = parts_of_app(app).files
    picture = await uploaded(anna)
    await announced(anna, photograph(seed=2))
    links = [picture["original_url"], *(one["url"] for one in picture["renditions"])]
    links.append((await _show_as(anna, picture["id"])).json()["avatar"]["url"])
    assert [(await nobody.get(link)).status_code for link in links] == [200] * len(links)
    assert [one async for one in files.list()] != []

    assert (await boss.delete("/api/v1/users/@anna")).status_code == 204

    assert {(await nobody.get(link)).status_code for link in links} == {404}
    assert [one async for one in files.list()] == []
    assert (await anna.get("/api/v1/media")).status_code == 401


async def test_of_two_who_delete_the_same_person_one_is_told_that_nobody_is_there(anna: Person, boss: Person) -> None:
    await uploaded(anna)
    answers = await asyncio.gather(*(boss.delete("/api/v1/users/@anna") for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [204, 404, 404]
