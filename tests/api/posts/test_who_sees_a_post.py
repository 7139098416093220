"""Whoever may not see a post finds it through no door (E46), and links that were given out die at once."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI

from domain.accounts.decisions import PUBLIC_PAGES
from domain.ids import PostId
from tests.posting import BYTES, FEED, POSTS, follows, ids_of, posted
from tests.signed_in import Person, signed_in
from ui.parts import Parts

USERS = "/api/v1/users"


async def doors(person: Person, post: dict[str, Any]) -> dict[str, bool]:
    """Through which of all doors this person gets at the post; the signed link is always their own."""
    path, media, author = f"{POSTS}/{post['id']}", post["media"][0]["id"], post["author"]["id"]
    answers = {
        "post": await person.get(path),
        "likes": await person.get(f"{path}/likes"),
        "comments": await person.get(f"{path}/comments"),
        "comment": await person.post(f"{path}/comment", json={"body": "I was here"}),
        "like": await person.post(f"{path}/like"),
        "picture": await person.get(f"/api/v1/media/{media}"),
    }
    assert {answer.status_code for answer in answers.values()} <= {200, 201, 404}
    found = {name: answer.status_code != 404 for name, answer in answers.items()}
    for name, place in (("profile", f"{USERS}/{author}/posts"), ("tag", "/api/v1/tags/door/posts"), ("feed", FEED)):
        found[name] = post["id"] in await ids_of(person, place)
    found["count"] = (await person.get(f"{USERS}/{author}")).json()["posts"] == 1
    return found


async def link_of(person: Person, post: dict[str, Any]) -> str:
    seen = (await person.get(f"{POSTS}/{post['id']}")).json()
    return seen["media"][0]["renditions"][0]["url"]


@pytest.mark.parametrize(
    ("visibility", "by_follower", "by_stranger"),
    [("public", True, True), ("followers", True, False), ("me", False, False)],
)
async def test_e46_a_post_is_behind_every_door_or_none(
    *, running: Parts, anna: Person, ben: Person, cleo: Person, visibility: str, by_follower: bool, by_stranger: bool
) -> None:
    await follows(running, ben, anna)
    await follows(running, ben, cleo)  # and cleo, who posts too, is followed: that opens nothing of anna's
    await follows(running, cleo, ben)
    await posted(running, cleo)
    await posted(running, ben)
    post = await posted(running, anna, caption="a #door", visibility=visibility)
    for person, sees in ((ben, by_follower), (cleo, by_stranger)):
        found = await doors(person, post)
        assert found.pop("feed") == (sees and person is ben)
        assert set(found.values()) == {sees}, found
    assert set((await doors(anna, post)).values()) == {True}


async def test_e46_what_only_its_owner_knows_of_a_picture_is_nowhere_in_a_post(
    running: Parts, anna: Person, ben: Person
) -> None:
    post = await posted(running, anna)
    for person in (anna, ben):
        text = (await person.get(f"{POSTS}/{post['id']}")).text
        assert not any(word in text for word in ("secret", "sha256", "taken_at", "original", "email"))
    picture = (await ben.get(f"/api/v1/media/{post['media'][0]['id']}")).json()
    assert set(picture) == {"id", "width", "height", "alt", "placeholder", "renditions"}


async def test_a_removed_follower_s_links_and_lists_are_dead_at_once(running: Parts, anna: Person, ben: Person) -> None:
    await anna.patch(f"{USERS}/{anna.account.id}", json={"is_private": True})
    await follows(running, ben, anna)
    post = await posted(running, anna)
    link = await link_of(ben, post)
    assert (await ben.get(link)).content == BYTES
    await anna.post(f"{USERS}/{ben.account.id}/remove-follower")
    assert (await ben.get(link)).status_code == 404
    assert (await ben.get(f"{POSTS}/{post['id']}")).status_code == 404
    assert await ids_of(ben, FEED) == []


async def test_a_block_hides_each_from_the_other_behind_every_door(running: Parts, anna: Person, ben: Person) -> None:
    await follows(running, ben, anna)
    post, own = await posted(running, anna, caption="#door"), await posted(running, ben, caption="#door")
    link = await link_of(ben, post)
    await anna.post(f"{USERS}/{ben.account.id}/block")
    assert (await ben.get(link)).status_code == 404
    for person, hidden in ((ben, post), (anna, own)):
        assert (await person.get(f"{POSTS}/{hidden['id']}")).status_code == 404
        assert (await person.get(f"/api/v1/media/{hidden['media'][0]['id']}")).status_code == 404
        for place in (FEED, "/api/v1/tags/door/posts", "/api/v1/explore"):
            assert hidden["id"] not in await ids_of(person, place)


async def test_a_post_that_is_taken_down_is_gone_for_its_author_too_and_comes_back_whole(
    running: Parts, anna: Person, ben: Person
) -> None:
    await follows(running, ben, anna)
    post = await posted(running, anna, caption="#door")
    await ben.post(f"{POSTS}/{post['id']}/like")
    before, link = (await ben.get(f"{POSTS}/{post['id']}")).json(), await link_of(ben, post)
    post_id = PostId(UUID(post["id"]))
    async with running.works.write() as work:
        assert await work.posts.take_down(post_id, "because", running.clock.now())
        assert not await work.posts.take_down(post_id, "because", running.clock.now())
    assert (await ben.get(link)).status_code == 404
    for person in (anna, ben):
        assert (await person.get(f"{POSTS}/{post['id']}")).status_code == 404
        assert await ids_of(person, FEED) == []
        assert (await person.get(f"{USERS}/{anna.account.id}")).json()["posts"] == 0
    async with running.works.write() as work:
        assert await work.posts.restore(post_id)
        assert not await work.posts.restore(post_id)
    assert (await ben.get(f"{POSTS}/{post['id']}")).json() == before
    assert (await ben.get(link)).content == BYTES


async def test_suspended_people_s_posts_wait_for_them(app: FastAPI, running: Parts, ben: Person) -> None:
    async with signed_in(app, "dora") as dora:
        await follows(running, ben, dora)
        post = await posted(running, dora)
        assert await ids_of(ben, FEED) == [post["id"]]
        account = dora.account
        async with running.works.write() as work:
            held = await work.accounts.hold(account.id)
            assert held is not None
            await work.accounts.change(replace(held, suspended_at=running.clock.now(), suspended_reason="x"))
        assert await ids_of(ben, FEED) == []
        assert (await ben.get(f"{POSTS}/{post['id']}")).status_code == 404


async def test_who_is_not_signed_in_sees_public_posts_while_public_pages_are_on(
    running: Parts, anna: Person, nobody: httpx.AsyncClient
) -> None:
    public = await posted(running, anna, caption="#door")
    hidden = await posted(running, anna, caption="#door", visibility="followers")
    places = ("/api/v1/explore", "/api/v1/tags/door/posts", f"{USERS}/{anna.account.id}/posts")
    for place in (*places, f"{POSTS}/{public['id']}", f"{POSTS}/{public['id']}/likes"):
        assert (await nobody.get(place)).status_code == 401
    async with running.works.write() as work:
        await work.decisions.keep(PUBLIC_PAGES, True)
    for place in places:
        assert [one["id"] for one in (await nobody.get(place)).json()["items"]] == [public["id"]]
    seen = (await nobody.get(f"{POSTS}/{public['id']}")).json()
    assert seen["liked_by_me"] is False
    link = seen["media"][0]["renditions"][0]["url"]
    assert (await nobody.get(link)).content == BYTES
    assert (await nobody.get(f"{POSTS}/{hidden['id']}")).status_code == 404
    assert (await nobody.get(FEED)).status_code == 401
    async with running.works.write() as work:
        await work.decisions.keep(PUBLIC_PAGES, False)
    assert (await nobody.get(link)).status_code == 404
