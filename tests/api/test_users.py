"""Joining, looking at people, changing oneself, leaving."""

from collections.abc import Callable
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import or_, select

from domain.accounts.account import Role
from domain.ids import new_uuid
from storage.database.columns import Id
from storage.database.tables import metadata
from tests.people import PASSWORD, add_person, bearer, sign_in
from tests.signed_in import parts_of_app
from ui.settings import Settings

NEWCOMER = {"handle": "ada", "display_name": "Ada Lovelace", "password": PASSWORD}


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(signup="open", public_pages="on")


async def _join(api: httpx.AsyncClient, **changed: object) -> httpx.Response:
    return await api.post("/users", json={**NEWCOMER, **changed})


async def test_joining_answers_with_the_person_and_no_secret_a1(api: httpx.AsyncClient) -> None:
    answer = await _join(api, email="ada@example.com", bio="Numbers\nand looms.")
    assert answer.status_code == 201
    told = answer.json()
    assert set(told) == {
        "id",
        "handle",
        "display_name",
        "bio",
        "avatar",
        "is_private",
        "followers",
        "following",
        "posts",
        "created_at",
    }
    assert (told["handle"], told["display_name"], told["bio"]) == ("ada", "Ada Lovelace", "Numbers\nand looms.")
    assert told["created_at"].endswith("Z")
    await sign_in(api, "ada")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"handle": "ab"}, "bad_handle"),
        ({"handle": "a" * 31}, "bad_handle"),
        ({"handle": "a da"}, "bad_handle"),
        ({"handle": "a-da"}, "bad_handle"),
        ({"handle": "adé"}, "bad_handle"),
        ({"handle": "ada\n"}, "bad_handle"),
        ({"display_name": ""}, "bad_display_name"),
        ({"display_name": "   "}, "bad_display_name"),
        ({"display_name": "x" * 51}, "bad_display_name"),
        ({"display_name": "nul\0"}, "bad_display_name"),
        ({"bio": "x" * 501}, "bio_too_long"),
        ({"bio": "nul\0"}, "bad_text"),
        ({"email": "nowhere"}, "bad_email"),
        ({"email": "a@b c"}, "bad_email"),
        ({"email": f"{'x' * 250}@example.com"}, "bad_email"),
        ({"password": "seven 7"}, "password_too_short"),
        ({"password": "x" * 129}, "password_too_long"),
        ({"password": "Passw0rd1"}, "password_common"),
        ({"handle": "lovelace", "password": "LoveLace"}, "password_common"),
    ],
)
async def test_what_fails_a_rule_is_named_with_its_field_a2_a3(
    api: httpx.AsyncClient, changed: dict[str, str], code: str
) -> None:
    answer = await _join(api, **changed)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.json()["errors"][0]["field"] == list(changed)[-1]


@pytest.mark.parametrize(
    "password", ["x" * 72, "x" * 73, "x" * 100, "with a nul \0", "🐎🔋📎🐴🐎🔋📎🐴", "ééééé\u0301ñññ"]
)
async def test_any_other_password_is_fine_a3(api: httpx.AsyncClient, password: str) -> None:
    assert (await _join(api, password=password)).status_code == 201
    await sign_in(api, "ada", password)


async def test_handles_and_addresses_are_one_s_own_in_any_letter_case_a2(api: httpx.AsyncClient) -> None:
    assert (await _join(api, handle="demo", email="demo@example.com")).status_code == 201
    taken = await _join(api, handle="Demo")
    assert (taken.status_code, taken.json()["code"]) == (409, "handle_taken")
    taken = await _join(api, handle="demo2", email="DEMO@example.com")
    assert (taken.status_code, taken.json()["code"]) == (409, "email_taken")


async def test_a_profile_is_found_by_id_and_handle_and_never_shows_the_address_a10(
    app: FastAPI, api: httpx.AsyncClient
) -> None:
    ada = await add_person(app, "ada", email="ada@example.com")
    for written in (str(ada.id), "@ada", "@ADA"):
        answer = await api.get(f"/users/{written}")
        assert answer.status_code == 200
        assert "example.com" not in answer.text
    nobody = await api.get(f"/users/{uuid4()}")
    for written in ("@nobody", str(new_uuid()), "nonsense", "@", "@%00"):
        answer = await api.get(f"/users/{written}")
        assert (answer.status_code, answer.json()) == (404, nobody.json())


async def test_one_changes_one_s_own_profile_and_nobody_else_s_a11(app: FastAPI, api: httpx.AsyncClient) -> None:
    ada = await add_person(app, "ada")
    eve = await add_person(app, "eve", role=Role.ADMIN)
    headers = await sign_in(api, "ada")
    change = {"display_name": "A. L.", "bio": "長" * 500, "is_private": True, "theme": "dark"}
    changed = await api.patch(f"/users/{ada.id}", json=change, headers=headers)
    assert changed.status_code == 200
    assert {name: changed.json()[name] for name in ("display_name", "bio", "is_private")} == {
        name: change[name] for name in ("display_name", "bio", "is_private")
    }
    kept = await api.patch("/users/@ada", json={"theme": None}, headers=headers)
    assert kept.json()["display_name"] == "A. L."
    assert (await api.get("/auth/me", headers=headers)).json()["theme"] is None

    assert (await api.patch(f"/users/{eve.id}", json={"bio": "x"}, headers=headers)).status_code == 403
    assert (await api.patch("/users/@ada", json={"bio": "x"}, headers=await sign_in(api, "eve"))).status_code == 403
    assert (await api.patch("/users/@nobody", json={"bio": "x"}, headers=headers)).status_code == 404
    for body in (
        {"display_name": ""},
        {"display_name": "x" * 51},
        {"bio": "x" * 501},
        {"theme": "pink"},
        {"bio": None},
    ):
        assert (await api.patch("/users/@ada", json=body, headers=headers)).status_code == 422


async def test_an_avatar_that_is_no_own_picture_is_refused_a12(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    headers = await sign_in(api, "ada")
    answer = await api.patch("/users/@ada", json={"avatar_media_id": str(new_uuid())}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_avatar")
    assert (await api.patch("/users/@ada", json={"avatar_media_id": None}, headers=headers)).json()["avatar"] is None


async def test_somebody_who_leaves_is_gone_with_everything_a13(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "boss", role=Role.ADMIN)
    invite = (await api.post("/invites", headers=await sign_in(api, "boss"))).json()
    ada = (await _join(api, email="ada@example.com", invite=invite["code"])).json()
    headers = await sign_in(api, "ada")
    token = await api.post("/auth/token", json={"name": "x", "scopes": ["read"]}, headers=headers)
    assert (await api.get("/users/@boss")).json()["followers"] == 1
    for handle in ("eve", "dora"):
        await add_person(app, handle)
        theirs = await sign_in(api, handle)
        await api.patch(f"/users/@{handle}", json={"is_private": True}, headers=theirs)
        await api.post("/users/@ada/follow", headers=theirs)
        await api.post("/users/@ada/mute", headers=theirs)
    for act in ("@eve/follow", "@eve/mute", "@boss/mute", "@dora/block"):
        assert (await api.post(f"/users/{act}", headers=headers)).status_code == 200

    wrong = await api.request("DELETE", "/users/@ada", json={"password": "not that one"}, headers=headers)
    assert (wrong.status_code, wrong.json()["code"]) == (403, "password_wrong")
    assert (await api.delete("/users/@ada", headers=headers)).status_code == 403
    left = await api.request("DELETE", "/users/@ada", json={"password": PASSWORD}, headers=headers)
    assert left.status_code == 204

    for dead in (headers, bearer(token.json()["token"])):
        assert (await api.get("/auth/me", headers=dead)).status_code == 401
    assert (await api.get(f"/users/{ada['id']}")).status_code == 404
    boss = (await api.get("/users/@boss")).json()
    assert (boss["followers"], boss["following"]) == (0, 0)
    assert await _tables_that_hold(app, ada["id"]) == []
    assert (await _join(api, email="ada@example.com")).status_code == 201


async def test_an_admin_removes_others_and_members_do_not_a13(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "boss", role=Role.ADMIN)
    await add_person(app, "ada")
    await add_person(app, "eve")
    eve = await sign_in(api, "eve")
    assert (await api.request("DELETE", "/users/@ada", json={"password": PASSWORD}, headers=eve)).status_code == 403
    boss = await sign_in(api, "boss")
    assert (await api.delete("/users/@ada", headers=boss)).status_code == 204
    assert (await api.delete("/users/@ada", headers=boss)).status_code == 404


async def test_the_last_admin_stays_while_others_are_here(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "boss", role=Role.ADMIN)
    await add_person(app, "ada")
    boss = await sign_in(api, "boss")
    leaving = {"password": PASSWORD}
    refused = await api.request("DELETE", "/users/@boss", json=leaving, headers=boss)
    assert (refused.status_code, refused.json()["code"]) == (409, "last_admin")
    assert (await api.post("/admin/users/@boss/role", json={"role": "member"}, headers=boss)).status_code == 409
    assert (await api.delete("/users/@ada", headers=boss)).status_code == 204
    assert (await api.request("DELETE", "/users/@boss", json=leaving, headers=boss)).status_code == 204


async def _tables_that_hold(app: FastAPI, account_id: str) -> list[str]:
    """The tables in which some column of some row has this id."""
    found: list[str] = []
    async with parts_of_app(app).works.engines.reader.connect() as connection:  # pyright: ignore[reportAttributeAccessIssue]  # tests run on the database
        for table in metadata.sorted_tables:
            columns = [column for column in table.c if isinstance(column.type, Id)]
            if columns:
                query = select(*columns).where(or_(*(column == UUID(account_id) for column in columns)))
                if (await connection.execute(query)).first() is not None:
                    found.append(table.name)
    return found
