"""Somebody leaves: nothing they posted, liked or said is left, and what counted it counts on without it (A13)."""

from fastapi import FastAPI

from tests.posting import FEED, POSTS, follows, ids_of, posted
from tests.signed_in import Person, signed_in
from ui.accounts.leaving import leave_for_good
from ui.parts import Parts


async def test_a13_a_person_takes_posts_likes_and_comments_along(
    app: FastAPI, running: Parts, anna: Person, ben: Person
) -> None:
    post = await posted(running, anna)
    await ben.post(f"{POSTS}/{post['id']}/like")
    await ben.post(f"{POSTS}/{post['id']}/comment", json={"body": "hello"})
    async with signed_in(app, "dora") as dora:
        await anna.patch(f"{POSTS}/{post['id']}", json={"caption": "with @dora"})
        await follows(running, ben, dora)
        own = await posted(running, dora)
        await dora.post(f"{POSTS}/{post['id']}/like")
        for body in ("one", "two"):
            await dora.post(f"{POSTS}/{post['id']}/comment", json={"body": body})
        await ben.post(f"{POSTS}/{own['id']}/like")
        before = (await anna.get(f"{POSTS}/{post['id']}")).json()
        assert (before["like_count"], before["comment_count"], before["mentions"]) == (2, 3, ["dora"])
        link = (await ben.get(f"{POSTS}/{own['id']}")).json()["media"][0]["renditions"][0]["url"]
        await leave_for_good(running, dora.account.id)
    after = (await anna.get(f"{POSTS}/{post['id']}")).json()
    assert (after["like_count"], after["comment_count"], after["mentions"]) == (1, 1, [])
    assert (await ben.get(f"{POSTS}/{own['id']}")).status_code == 404
    assert (await ben.get(link)).status_code == 404
    assert await ids_of(ben, FEED) == []
