"""Appeals of authors and of people who are suspended, and what moderators answer (F56)."""

import httpx
import pytest
from fastapi import FastAPI

from domain.ids import new_uuid
from tests.api.moderation.moderating import act, listed, say, told
from tests.people import PASSWORD, add_person
from tests.posting import posted
from tests.signed_in import Person
from ui.parts import Parts


async def _appeal(person: Person, kind: str, its_id: object, text: str = "please") -> httpx.Response:
    return await act(person, "appeals", target={"kind": kind, "id": str(its_id)}, text=text)


@pytest.mark.parametrize(("answer", "again"), [("uphold", 200), ("reject", 404)])
async def test_an_author_appeals_once_at_a_time_and_hears_the_answer_f56(
    running: Parts, anna: Person, mod: Person, answer: str, again: int
) -> None:
    post = await posted(running, anna, caption="innocent")
    await act(mod, f"posts/{post['id']}/takedown", reason="x")
    ((target, *_),) = [[one["target"]] for one in await told(anna, "taken_down")]
    made = await act(anna, "appeals", target=target, text="It is the sea.")
    assert (made.status_code, made.json()["state"]) == (201, "open")
    assert [one["target"] for one in await told(anna, "taken_down")] == [{**target, "appealed": True}]
    assert (await act(anna, "appeals", target=target, text="Please.")).status_code == 409
    (shown,) = await listed(mod, "appeals", state="open")
    assert (shown["account"]["handle"], shown["text"]) == ("anna", "It is the sea.")
    assert (shown["target"]["post"]["caption"], shown["target"]["taken_down"]["reason"]) == ("innocent", "x")
    picture = shown["target"]["post"]["media"][0]["renditions"][0]["url"]
    assert (await mod.get(picture)).status_code == 200

    assert (await act(mod, f"appeals/{shown['id']}/{answer}")).status_code == 204
    assert (await act(mod, f"appeals/{shown['id']}/{answer}")).status_code == 409
    assert (await anna.get(f"/api/v1/posts/{post['id']}")).status_code == again
    (answered,) = await told(anna, "appeal_answered")
    assert (answered["text"], answered["target"]) == ({"uphold": "upheld", "reject": "rejected"}[answer], target)
    assert (answered["post"] is None) is (again == 404)
    assert (await listed(mod, "audit"))[0]["action"] == f"{answer}_appeal"
    assert await listed(mod, "appeals", state="open") == []


async def test_only_what_is_one_s_own_and_taken_down_can_be_appealed_for(
    running: Parts, anna: Person, ben: Person, mod: Person
) -> None:
    post = await posted(running, anna)
    comment = await say(ben, post)
    assert (await _appeal(anna, "post", post["id"])).status_code == 404
    await act(mod, f"posts/{post['id']}/takedown", reason="x")
    await act(mod, f"comments/{comment['id']}/takedown", reason="x")
    for kind, its_id in (("post", post["id"]), ("comment", new_uuid()), ("post", comment["id"])):
        assert (await _appeal(ben, kind, its_id)).status_code == 404
    assert (await _appeal(anna, "user", anna.account.id)).status_code == 404
    for text in ("", " ", "x" * 1001, "nul\0"):
        assert (await _appeal(anna, "post", post["id"], text)).status_code == 422
    assert (await act(anna, "appeals", target="x", text="y")).status_code == 422
    assert (await _appeal(ben, "comment", comment["id"])).status_code == 201
    (made,) = await listed(mod, "appeals")
    assert (await act(mod, f"appeals/{made['id']}/uphold")).status_code == 204
    assert (await act(mod, f"appeals/{new_uuid()}/uphold")).status_code == 404
    await act(mod, f"posts/{post['id']}/restore")
    assert [one["id"] for one in (await ben.get(f"/api/v1/posts/{post['id']}/comments")).json()["items"]] == [
        comment["id"]
    ]


async def test_somebody_suspended_appeals_with_their_password_and_is_let_in(
    app: FastAPI, api: httpx.AsyncClient, mod: Person
) -> None:
    await add_person(app, "cleo")
    words = {"login": "cleo", "password": PASSWORD, "text": "It was my cat."}
    assert (await api.post("/moderation/appeals/suspension", json=words)).status_code == 404
    await act(mod, "users/@cleo/suspend", reason="rude")
    wrong = await api.post("/moderation/appeals/suspension", json={**words, "password": "not that"})
    assert wrong.status_code == 401
    made = await api.post("/moderation/appeals/suspension", json=words)
    assert (made.status_code, made.json()["target"]["kind"]) == (201, "user")
    assert (await api.post("/moderation/appeals/suspension", json=words)).status_code == 409
    (shown,) = await listed(mod, "appeals")
    assert shown["target"]["user"]["handle"] == "cleo"
    assert (await act(mod, f"appeals/{shown['id']}/uphold")).status_code == 204
    let_in = await api.post("/auth/login", json={"login": "cleo", "password": PASSWORD})
    assert let_in.status_code == 200
    headers = {"Authorization": f"Bearer {let_in.json()['access_token']}"}
    (answered,) = (await api.get("/notifications", headers=headers)).json()["items"]
    assert (answered["kind"], answered["text"], answered["target"]["kind"]) == ("appeal_answered", "upheld", "user")
