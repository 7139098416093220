"""Likes: each once, counted exactly, listed for whoever looks (E50)."""

import asyncio

from fastapi import FastAPI

from tests.posting import POSTS, posted
from tests.signed_in import Person, parts_of_app, signed_in
from ui.parts import Parts

NOTICES = "/api/v1/notifications"


async def likers(person: Person, post_id: str) -> list[str]:
    answer = await person.get(f"{POSTS}/{post_id}/likes")
    assert answer.status_code == 200, answer.text
    return [one["user"]["handle"] for one in answer.json()["items"]]


async def test_e50_a_like_is_new_once_and_taken_back_once(running: Parts, anna: Person, ben: Person) -> None:
    post = (await posted(running, anna))["id"]
    path = f"{POSTS}/{post}/like"
    assert (await ben.post(path)).json() == {"created": True}
    assert (await ben.post(path)).json() == {"created": False}
    seen = (await ben.get(f"{POSTS}/{post}")).json()
    assert (seen["like_count"], seen["liked_by_me"]) == (1, True)
    assert (await anna.get(f"{POSTS}/{post}")).json()["liked_by_me"] is False
    assert await likers(anna, post) == ["ben"]
    assert (await ben.delete(path)).status_code == 204
    again = await ben.delete(path)
    assert (again.status_code, again.json()["code"]) == (404, "like_not_found")
    assert (await ben.get(f"{POSTS}/{post}")).json()["like_count"] == 0


async def test_the_author_is_told_until_the_like_is_taken_back(running: Parts, anna: Person, ben: Person) -> None:
    post = (await posted(running, anna))["id"]
    await anna.post(f"{POSTS}/{post}/like")
    assert (await anna.get(NOTICES)).json()["items"] == []
    await ben.post(f"{POSTS}/{post}/like")
    told = (await anna.get(NOTICES)).json()["items"]
    assert [(one["kind"], [who["handle"] for who in one["actors"]]) for one in told] == [("liked", ["ben"])]
    await ben.delete(f"{POSTS}/{post}/like")
    assert (await anna.get(NOTICES)).json()["items"] == []


async def test_who_likes_is_listed_newest_first_without_whom_the_viewer_may_not_see(
    running: Parts, anna: Person, ben: Person, cleo: Person
) -> None:
    post = (await posted(running, anna))["id"]
    for person in (anna, ben, cleo):
        await person.post(f"{POSTS}/{post}/like")
    assert await likers(anna, post) == ["cleo", "ben", "anna"]
    first = (await anna.get(f"{POSTS}/{post}/likes", params={"limit": 2})).json()
    rest = await anna.get(f"{POSTS}/{post}/likes", params={"limit": 2, "cursor": first["next_cursor"]})
    assert [one["user"]["handle"] for one in first["items"] + rest.json()["items"]] == ["cleo", "ben", "anna"]
    await ben.post(f"/api/v1/users/{cleo.account.id}/block")
    assert await likers(ben, post) == ["ben", "anna"]
    assert (await ben.get(f"{POSTS}/{post}")).json()["like_count"] == 3


async def test_e50_likes_and_unlikes_at_once_are_counted_exactly(app: FastAPI, anna: Person) -> None:
    running = parts_of_app(app)
    post = (await posted(running, anna))["id"]
    likes = 0

    async def change_mind(number: int) -> None:
        nonlocal likes
        async with signed_in(app, f"person{number}") as person:
            path = f"{POSTS}/{post}/like"
            answers = await asyncio.gather(*(person.post(path) for _ in range(3)), person.delete(path))
            assert sum(answer.json()["created"] for answer in answers[:3] if answer.status_code == 200) in (1, 2)
            seen = (await person.get(f"{POSTS}/{post}")).json()
            likes += seen["liked_by_me"]  # in one step: with the request in it, another's step in between was lost

    await asyncio.gather(*(change_mind(number) for number in range(16)))
    assert (await anna.get(f"{POSTS}/{post}")).json()["like_count"] == likes
