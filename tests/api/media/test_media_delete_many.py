"""Deleting many pictures with one call: each as if by itself."""

from uuid import uuid4

import pytest
from fastapi import FastAPI

from domain.accounts.actor import Actor, Scope
from domain.clock import Clock
from domain.errors import Conflict
from domain.files import Files
from domain.ids import MediaId
from domain.media import delete_many as use_case
from domain.work import Works
from tests.painted import photograph
from tests.sending import MEDIA, posted, processed
from tests.signed_in import Person, signed_in
from ui.parts import Parts

DELETE = f"{MEDIA}/delete"


async def test_all_are_gone_with_their_bytes(anna: Person, running: Parts) -> None:
    ids = [(await posted(anna, photograph(seed=seed))).json()["id"] for seed in (1, 2, 3)]
    for one in ids:
        await processed(anna, one)  # what is being made of a picture goes with it too, but a moment later
    answer = await anna.post(DELETE, json={"ids": ids[:2]})
    assert (answer.status_code, answer.json()) == (200, {"deleted": ids[:2], "kept": []})
    assert [(await anna.get(f"{MEDIA}/{one}")).status_code for one in ids] == [404, 404, 200]
    assert {stored.key.split("/")[1] async for stored in running.files.list()} == {ids[2]}


async def test_what_is_not_ones_own_or_not_there_is_left_alone_and_not_told_of(anna: Person, ben: Person) -> None:
    mine, foreign = [(await posted(who)).json()["id"] for who in (anna, ben)]
    answer = await anna.post(DELETE, json={"ids": [foreign, str(uuid4()), mine, mine]})
    assert answer.json() == {"deleted": [mine], "kept": []}
    assert (await ben.get(f"{MEDIA}/{foreign}")).status_code == 200


async def test_one_that_must_stay_says_why_and_the_others_go(anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [(await posted(anna, photograph(seed=seed))).json()["id"] for seed in (1, 2)]
    real = use_case.delete_media

    async def keep_the_first(works: Works, files: Files, clock: Clock, actor: Actor, media_id: MediaId) -> None:
        if str(media_id) == ids[0]:
            raise Conflict  # as a picture in a post will
        await real(works, files, clock, actor, media_id)

    monkeypatch.setattr(use_case, "delete_media", keep_the_first)
    answer = (await anna.post(DELETE, json={"ids": ids})).json()
    assert answer["deleted"] == [ids[1]]
    assert [(one["id"], one["code"]) for one in answer["kept"]] == [(ids[0], "conflict")]
    assert answer["kept"][0]["detail"].endswith(".")


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ([], 422, "nothing_chosen"),
        ([str(uuid4()) for _ in range(10_001)], 422, "too_many_chosen"),
        (["x"], 404, "media_not_found"),
    ],
    ids=["none", "too many", "no id"],
)
async def test_what_is_no_choice_is_refused(anna: Person, asked: list[str], status: int, code: str) -> None:
    answer = await anna.post(DELETE, json={"ids": asked})
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_a_token_that_may_only_read_deletes_nothing(app: FastAPI) -> None:
    async with signed_in(app, "cleo", scopes=frozenset({Scope.READ})) as cleo:
        assert (await cleo.post(DELETE, json={"ids": [str(uuid4())]})).status_code == 403
