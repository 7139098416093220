"""Whoever may not see a private person's post finds no word of it, however they ask: each of many people tries all."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from domain.accounts.account import Role
from domain.accounts.decisions import PUBLIC_PAGES
from tests.posting import FEED, POSTS, follows, ids_of, posted
from tests.signed_in import Person, client_of, parts_of_app, signed_in
from ui.api.routes import ROUTERS

API = "/api/v1"
NOTIFICATIONS = f"{API}/notifications"
WORDS = ("zebra", "giraffe", "okapi")  # in the caption, its description, a comment under it
LEFT = ("stranger", "blocked", "removed", "moderator")  # who is still let in and may not see it
FILLED = {"things": "posts", "tag": "zoo"}


class House:
    """A private person's post that several people saw, and what each of them was given then."""

    def __init__(self, post: dict[str, Any], comment: dict[str, Any]) -> None:
        self.post, self.comment = post, comment
        self.people: dict[str, Person] = {}
        self.links: dict[str, str] = {}

    @property
    def picture(self) -> str:
        return self.post["media"][0]["id"]

    def hides_from(self, answer: httpx.Response) -> bool:
        """Whether nothing of it is in the answer, headers included."""
        said = f"{answer.text} {answer.headers}".replace(str(answer.request.url), "")
        return not any(word in said for word in (*WORDS, self.post["id"], self.comment["id"], self.picture))


@pytest.fixture
async def house(app: FastAPI) -> AsyncIterator[House]:
    parts = parts_of_app(app)
    async with AsyncExitStack() as doors:
        roles = {"moderator": Role.MODERATOR, "boss": Role.ADMIN}
        people = {
            name: await doors.enter_async_context(signed_in(app, name, roles.get(name, Role.MEMBER)))
            for name in (*LEFT, "anna", "ben", "suspended", "boss")
        }
        anna = people["anna"]
        await anna.patch(f"{API}/users/@anna", json={"is_private": True})
        guests = [people[name] for name in ("ben", "blocked", "removed", "suspended")]
        for guest in guests:
            await follows(parts, guest, anna)
        caption = "a zebra #zoo for @blocked and @removed and @suspended and @stranger"
        post = await posted(parts, anna, caption=caption, alt=["giraffe"])
        body = {"body": "an okapi, @blocked and @removed and @suspended and @stranger"}
        said = await people["ben"].post(f"{POSTS}/{post['id']}/comment", json=body)
        house = House(post, said.json())
        house.people = people
        for guest in guests:
            seen = (await guest.get(f"{POSTS}/{post['id']}")).json()
            house.links[guest.account.handle] = seen["media"][0]["renditions"][0]["url"]
            await guest.post(f"{POSTS}/{post['id']}/like")
            await guest.post(f"{POSTS}/{post['id']}/comment", json={"body": "mine"})
        await anna.post(f"{API}/users/@blocked/block")
        await anna.post(f"{API}/users/@removed/remove-follower")
        shut_out = await people["boss"].post(f"{API}/moderation/users/@suspended/suspend", json={"reason": "x"})
        assert shut_out.status_code == 204
        yield house


async def test_no_way_of_reading_tells_a_word_of_what_is_hidden(house: House) -> None:
    assert not house.hides_from(await house.people["ben"].get(f"{POSTS}/{house.post['id']}"))
    for name in LEFT:
        for path in _readings(house):
            answer = await house.people[name].get(path)
            assert answer.status_code < 500, (name, path)
            assert house.hides_from(answer), (name, path, answer.text)


async def test_no_way_of_writing_reaches_what_is_hidden_nor_tells_a_word_of_it(house: House) -> None:
    before = (await house.people["ben"].get(f"{POSTS}/{house.post['id']}")).json()
    for name in LEFT:
        for method, path, body in _writings(house):
            answer = await house.people[name].client.request(method, path, json=body)
            assert answer.status_code in {403, 404, 422}, (name, path, answer.text)
            assert house.hides_from(answer), (name, path, answer.text)
    after = (await house.people["ben"].get(f"{POSTS}/{house.post['id']}")).json()
    assert (after["like_count"], after["comment_count"]) == (before["like_count"], before["comment_count"])


async def test_what_they_were_told_of_it_and_counted_is_gone_with_it(house: House) -> None:
    for name in LEFT:
        assert (await house.people[name].get(f"{NOTIFICATIONS}/unread-count")).json() == {"count": 0}, name
        assert (await house.people[name].get(NOTIFICATIONS)).json()["items"] == []
        assert await ids_of(house.people[name], FEED) == []
    told = (await house.people["anna"].get(NOTIFICATIONS)).json()["items"]
    kinds = {one["kind"]: [actor["handle"] for actor in one["actors"]] for one in told}
    assert kinds == {"liked": ["removed", "ben"], "commented": ["removed", "ben"]}


async def test_links_that_were_given_out_open_nothing_any_more_by_no_method(house: House) -> None:
    for name in ("blocked", "removed", "suspended"):
        client, link = house.people[name].client, house.links[name]
        for headers in ({}, {"If-None-Match": "*"}, {"Range": "bytes=0-1"}):
            for method in ("GET", "HEAD"):
                assert (await client.request(method, link, headers=headers)).status_code == 404, (name, headers)
    mine = house.links["ben"]
    assert (await house.people["ben"].get(mine)).status_code == 200
    stranger = str(house.people["stranger"].account.id)
    for forged in (mine.replace(str(house.people["ben"].account.id), stranger), mine.split("?")[0]):
        assert (await house.people["stranger"].get(forged)).status_code == 403


async def test_somebody_suspended_is_told_why_and_nothing_else(house: House) -> None:
    for path in _readings(house):
        answer = await house.people["suspended"].get(path)
        in_a_room = path.startswith(f"{API}/rooms/")  # which asks for its link alone; there is none here
        assert answer.status_code == (404 if in_a_room else 403)
        assert house.hides_from(answer)


async def test_public_pages_show_nobody_what_is_hidden(app: FastAPI, house: House) -> None:
    async with parts_of_app(app).works.write() as work:
        await work.decisions.keep(PUBLIC_PAGES, True)
    post = house.post["id"]
    plain = ("/@anna", "/@anna/feed.atom", f"/p/{post}", f"/p/{post}/1/320.jpg", "/tags/zoo", "/explore")
    async with client_of(app) as nobody:
        for path in (*_readings(house), *plain):
            answer = await nobody.get(path)
            assert answer.status_code < 500, path
            assert house.hides_from(answer), (path, answer.text)


def _readings(house: House) -> list[str]:
    """Every route of the API that answers a GET, about the house, and every list by words."""
    templates = [
        route.path
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute) and "GET" in (route.methods or ())
    ]
    ids = {
        "post_id": house.post["id"],
        "media_id": house.picture,
        "user_id": "@anna",
        "comment_id": house.comment["id"],
    }
    asked = [f"q={word}" for word in (*WORDS, "%23zoo")] + [f"posts={house.post['id']}", "unread=true"]
    found = [_filled(template, {**FILLED, **ids}) for template in templates]
    by_words = [path for path in found if path.startswith(("/search", "/feed/talk", "/notifications", "/media"))]
    return [f"{API}{path}" for path in found] + [f"{API}{path}?{more}" for path in by_words for more in asked]


def _writings(house: House) -> list[tuple[str, str, dict[str, Any] | None]]:
    post, comment, picture = f"{POSTS}/{house.post['id']}", house.comment["id"], house.picture
    flag = f"{API}/moderation"
    return [
        ("POST", f"{post}/like", None),
        ("DELETE", f"{post}/like", None),
        ("POST", f"{post}/comment", {"body": "here"}),
        ("DELETE", f"{post}/comments/{comment}", None),
        ("PATCH", post, {"caption": "changed"}),
        ("DELETE", post, None),
        ("POST", POSTS, {"media_ids": [picture], "visibility": "me"}),
        ("PATCH", f"{API}/media/{picture}", {"alt": "changed"}),
        ("DELETE", f"{API}/media/{picture}", None),
        ("POST", f"{API}/media/{picture}/compressions", {"quality": 50}),
        ("POST", f"{API}/media/{picture}/compress", {"quality": 50}),
        ("POST", f"{API}/media/archive", {"ids": [picture]}),
        ("POST", f"{flag}/posts/{house.post['id']}/flag", {"reason": "x"}),
        ("POST", f"{flag}/comments/{comment}/flag", {"reason": "x"}),
        ("POST", f"{flag}/appeals", {"target": {"kind": "post", "id": house.post["id"]}, "text": "x"}),
    ]


def _filled(template: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return template
