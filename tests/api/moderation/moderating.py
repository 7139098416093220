"""Doing what moderators do, as a client does."""

from typing import Any

import httpx

from tests.signed_in import Person

MODERATION = "/api/v1/moderation"


async def say(person: Person, post: dict[str, Any], body: str = "well") -> dict[str, Any]:
    """A new comment of theirs."""
    answer = await person.post(f"/api/v1/posts/{post['id']}/comment", json={"body": body})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def act(person: Person, path: str, **body: Any) -> httpx.Response:
    """One act, such as `posts/<id>/takedown`; without words for its body when there are none."""
    return await person.post(f"{MODERATION}/{path}", **({"json": body} if body else {}))


async def listed(person: Person, path: str, **query: Any) -> list[dict[str, Any]]:
    """The first page of a list of moderation."""
    answer = await person.get(f"{MODERATION}/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def told(person: Person, kind: str) -> list[dict[str, Any]]:
    """What they are told of this kind."""
    items = (await person.get("/api/v1/notifications")).json()["items"]
    return [one for one in items if one["kind"] == kind]
