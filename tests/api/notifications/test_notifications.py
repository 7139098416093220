"""Notifications over the API: grouped, for their eyes, unread until read (E51)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from fastapi import FastAPI

from domain.accounts.actor import Scope
from tests.posting import posted
from tests.signed_in import Person, parts_of_app, signed_in

NOTIFICATIONS = "/api/v1/notifications"


@pytest.fixture
async def people(app: FastAPI) -> AsyncIterator[list[Person]]:
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(signed_in(app, f"person{number}")) for number in range(5)]


async def told(person: Person, **query: Any) -> list[dict[str, Any]]:
    answer = await person.get(NOTIFICATIONS, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def unread(person: Person) -> int:
    return (await person.get(f"{NOTIFICATIONS}/unread-count")).json()["count"]


async def test_likes_follows_comments_and_mentions_notify_once_grouped_e51(app: FastAPI, people: list[Person]) -> None:
    author, *others = people
    post = await posted(parts_of_app(app), author)
    for by in [author, *others]:
        assert (await by.post(f"/api/v1/posts/{post['id']}/like")).json() == {"created": True}
        await by.post(f"/api/v1/posts/{post['id']}/like")
    for by in others[:2]:
        assert (await by.post("/api/v1/users/@person0/follow")).json()["followed"] is True
    said = await others[2].post(f"/api/v1/posts/{post['id']}/comment", json={"body": "for @person1"})
    items = await told(author)
    assert [(one["kind"], one["count"]) for one in items] == [("commented", 1), ("followed", 2), ("liked", 4)]
    commented, followed, liked = items
    assert [actor["handle"] for actor in liked["actors"]] == ["person4", "person3", "person2"]
    assert (liked["post"]["id"], liked["post"]["like_count"], liked["comment"]) == (post["id"], 5, None)
    assert (followed["post"], followed["target"], followed["read"]) == (None, None, False)
    assert commented["comment"] == said.json()
    assert await unread(author) == 3
    (mentioned,) = await told(others[0])
    assert (mentioned["kind"], mentioned["comment"]["body"]) == ("mentioned", "for @person1")

    assert (await others[0].delete(f"/api/v1/posts/{post['id']}/like")).status_code == 204
    assert [one["count"] for one in await told(author)] == [1, 2, 3]


async def test_fifty_likes_at_once_are_one_notification_e51(app: FastAPI, people: list[Person]) -> None:
    author = people[0]
    post = await posted(parts_of_app(app), author)
    async with AsyncExitStack() as stack:
        many = [await stack.enter_async_context(signed_in(app, f"fan{number}")) for number in range(50)]
        await asyncio.gather(*(by.post(f"/api/v1/posts/{post['id']}/like") for by in many))
        assert [(one["kind"], one["count"], len(one["actors"])) for one in await told(author)] == [("liked", 50, 3)]


async def test_a_notification_is_read_once_and_all_at_once(app: FastAPI, people: list[Person]) -> None:
    author, first, second, *_ = people
    parts = parts_of_app(app)
    for _ in range(3):
        await first.post(f"/api/v1/posts/{(await posted(parts, author))['id']}/like")
    items = await told(author)
    async with parts.messages.subscribe(f"account/{author.account.id}") as hints:
        assert (await author.post(f"{NOTIFICATIONS}/{items[0]['id']}/read")).status_code == 204
        assert await anext(hints) == "notifications"
    assert (await author.post(f"{NOTIFICATIONS}/{items[0]['id']}/read")).status_code == 404
    for somebody, its_id in ((second, items[1]["id"]), (author, "none"), (author, author.account.id)):
        assert (await somebody.post(f"{NOTIFICATIONS}/{its_id}/read")).status_code == 404
    assert await unread(author) == 2
    assert [one["id"] for one in await told(author, unread="true")] == [one["id"] for one in items[1:]]
    for _ in range(2):
        assert (await author.post(f"{NOTIFICATIONS}/read-all")).status_code == 204
    assert (await unread(author), await told(author, unread="true")) == (0, [])
    assert [one["read"] for one in await told(author)] == [True] * 3


async def test_what_one_may_not_see_any_more_is_neither_shown_nor_counted(app: FastAPI, people: list[Person]) -> None:
    author, muted, blocked, *_ = people
    post = await posted(parts_of_app(app), author)
    for by in (muted, blocked):
        await by.post(f"/api/v1/posts/{post['id']}/like")
        await by.post("/api/v1/users/@person0/follow")
    await author.post("/api/v1/users/@person1/mute")
    assert [(one["kind"], one["count"]) for one in await told(author)] == [("followed", 1), ("liked", 1)]
    await author.post("/api/v1/users/@person2/block")
    assert (await told(author), await unread(author)) == ([], 0)
    await author.post("/api/v1/users/@person1/unmute")
    assert await unread(author) == 2


async def test_pages_rules_and_scopes_of_the_list(app: FastAPI, people: list[Person]) -> None:
    author, first, *_ = people
    parts = parts_of_app(app)
    for _ in range(3):
        await first.post(f"/api/v1/posts/{(await posted(parts, author))['id']}/like")
    page = (await author.get(NOTIFICATIONS, params={"limit": 2})).json()
    rest = (await author.get(NOTIFICATIONS, params={"limit": 2, "cursor": page["next_cursor"]})).json()
    assert [len(page["items"]), len(rest["items"]), rest["next_cursor"]] == [2, 1, None]
    assert len({one["id"] for one in page["items"] + rest["items"]}) == 3
    for wrong in ({"limit": "0"}, {"cursor": "x"}, {"unread": "perhaps"}):
        assert (await author.get(NOTIFICATIONS, params=wrong)).status_code == 422
    async with signed_in(app, "reader", scopes=frozenset({Scope.READ})) as reader:
        assert (await reader.get(NOTIFICATIONS)).status_code == 200
        assert (await reader.post(f"{NOTIFICATIONS}/read-all")).status_code == 403
