"""Moderators, authors and those who like and comment, all at once: nobody waits for ever, and the chain stays whole."""

import asyncio
from collections.abc import Awaitable
from contextlib import AsyncExitStack

import httpx
from fastapi import FastAPI

from domain.accounts.account import Role
from tests.api.moderation.moderating import act, say
from tests.posting import posted
from tests.signed_in import Person, parts_of_app, signed_in

ROUNDS = 2


async def test_who_does_anything_meanwhile_is_answered_and_the_audit_is_whole(app: FastAPI) -> None:
    async with AsyncExitStack() as stack:
        people = [await stack.enter_async_context(signed_in(app, f"person{number}")) for number in range(5)]
        first, second = [await stack.enter_async_context(signed_in(app, name, Role.MODERATOR)) for name in ("m1", "m2")]
        boss = await stack.enter_async_context(signed_in(app, "boss", Role.ADMIN))
        posts = [await posted(parts_of_app(app), one, caption="@person0 @person1") for one in (*people[:2], first)]
        comments = [await say(one, post, "@person2 @m2") for post in posts for one in people[:2]]
        calls: list[Awaitable[httpx.Response]] = []
        for _ in range(ROUNDS):
            for who in people:
                calls += [who.post("/api/v1/notifications/read-all"), *(_liked(who, post["id"]) for post in posts)]
                calls += [who.post(f"/api/v1/posts/{posts[0]['id']}/comment", json={"body": "to @person3 @m1"})]
            for moderator in (second, boss):
                calls += [act(moderator, f"comments/{one['id']}/takedown", reason="x") for one in comments]
                calls += [act(moderator, f"posts/{post['id']}/takedown", reason="x") for post in posts]
                calls += [act(moderator, f"comments/{one['id']}/restore") for one in comments]
                calls += [act(moderator, f"posts/{post['id']}/restore") for post in posts]
            calls += [act(first, "users/@person4/suspend", reason="x"), act(boss, "users/@m1/suspend", reason="x")]
            calls += [act(boss, "users/@m1/unsuspend"), act(people[0], "users/@m1/flag", reason="x")]
        calls += [boss.delete("/api/v1/users/@person3")]
        answers = await asyncio.gather(*calls)
        assert [one.text for one in answers if one.status_code >= 500] == []
        verdict = (await boss.get("/api/v1/moderation/audit/verify")).json()
        assert verdict["valid"] is True
        assert verdict["length"] > ROUNDS


def _liked(who: Person, post_id: str) -> Awaitable[httpx.Response]:
    return who.post(f"/api/v1/posts/{post_id}/like")
