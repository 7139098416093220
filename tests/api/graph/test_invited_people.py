"""Who comes by an invitation that makes both follow each other (H85), also where one of them is private."""

import pytest
from fastapi import FastAPI

from domain.accounts.decisions import MEMBERS_INVITE
from tests.api.graph.between_people import API, be_private, counts, told
from tests.people import PASSWORD
from tests.posting import posted
from tests.signed_in import Person, client_of
from ui.parts import Parts


@pytest.fixture
async def members_invite(parts: Parts) -> None:
    async with parts.works.write() as work:
        await work.decisions.keep(MEMBERS_INVITE, on=True)


@pytest.mark.usefixtures("members_invite")
async def test_the_feed_of_who_joins_holds_the_inviter_s_posts_h85(app: FastAPI, parts: Parts, anna: Person) -> None:
    await be_private(anna)
    post = await posted(parts, anna, visibility="followers")
    code = (await anna.post(f"{API}/invites", json={"follow": True})).json()["code"]
    newcomer = {"handle": "ada", "display_name": "Ada", "password": PASSWORD, "invite": code}
    async with client_of(app) as client:
        assert (await client.post(f"{API}/users", json=newcomer)).status_code == 201
        signed_in = await client.post(f"{API}/auth/login", json={"login": "ada", "password": PASSWORD})
        client.headers["Authorization"] = f"Bearer {signed_in.json()['access_token']}"
        feed = (await client.get(f"{API}/feed")).json()
    assert [one["id"] for one in feed["items"]] == [post["id"]]
    assert await counts(anna, "anna") == (1, 1)
    assert await told(parts, anna.account.id) == [("followed", 1)]


@pytest.mark.usefixtures("members_invite")
async def test_without_the_wish_nobody_follows_anybody(app: FastAPI, anna: Person) -> None:
    code = (await anna.post(f"{API}/invites", json={"follow": False})).json()["code"]
    newcomer = {"handle": "ada", "display_name": "Ada", "password": PASSWORD, "invite": code}
    async with client_of(app) as client:
        assert (await client.post(f"{API}/users", json=newcomer)).status_code == 201
    assert await counts(anna, "ada") == (0, 0)
