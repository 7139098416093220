"""Publishing, looking at, changing and deleting posts (E45, E53)."""

from typing import Any

import pytest
from fastapi import FastAPI

from domain.accounts.actor import Scope
from domain.ids import new_uuid
from domain.media.media import Status
from tests.posting import BYTES, POSTS, ids_of, picture_of, posted
from tests.signed_in import Person, signed_in
from ui.parts import Parts

MEDIA = "/api/v1/media"


async def test_a_post_is_what_its_author_put_together(running: Parts, anna: Person) -> None:
    ids = [await picture_of(running, anna) for _ in range(3)]
    wanted = [ids[2], ids[0], ids[1]]
    body = {"media_ids": wanted, "caption": "Sun over #Köln, #köln", "alt": ["a river", None, ""]}
    answer = await anna.post(POSTS, json=body)
    assert answer.status_code == 201, answer.text
    post = answer.json()
    assert set(post) == {
        *("id", "author", "caption", "hashtags", "mentions", "visibility", "media"),
        *("like_count", "comment_count", "liked_by_me", "created_at", "edited_at"),
    }
    assert post["author"]["handle"] == "anna"
    assert (post["caption"], post["hashtags"], post["mentions"]) == ("Sun over #Köln, #köln", ["köln"], [])
    assert (post["visibility"], post["edited_at"]) == ("followers", None)
    assert (post["like_count"], post["comment_count"], post["liked_by_me"]) == (0, 0, False)
    assert [picture["id"] for picture in post["media"]] == wanted
    assert [picture["alt"] for picture in post["media"]] == ["a river", "", ""]
    for picture in post["media"]:
        assert set(picture) == {"id", "width", "height", "alt", "placeholder", "renditions"}
    assert (await anna.get(f"{POSTS}/{post['id']}")).json() == post
    assert (await anna.get(f"{MEDIA}/{ids[2]}")).json()["alt"] == "a river"


async def test_e45_only_completed_pictures_of_one_s_own_can_be_posted(
    running: Parts, anna: Person, ben: Person
) -> None:
    good = await picture_of(running, anna)
    foreign = await picture_of(running, ben)
    coming = await picture_of(running, anna, status=Status.UPLOADED)
    eleven = [await picture_of(running, anna) for _ in range(11)]
    for ids, code in (
        ([foreign], "picture_not_postable"),
        ([good, coming], "picture_not_postable"),
        ([str(new_uuid())], "picture_not_postable"),
        ([good, good], "picture_twice"),
        ([], "bad_picture_count"),
        (eleven, "bad_picture_count"),
    ):
        answer = await anna.post(POSTS, json={"media_ids": ids})
        assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert (await anna.post(POSTS, json={"media_ids": ["no id"]})).status_code == 422
    assert (await anna.post(POSTS, json={"media_ids": eleven[:10]})).status_code == 201
    assert (await anna.post(POSTS, json={"media_id": good})).status_code == 201


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"caption": "写" * 2200}, 201),
        ({"caption": "x" * 2201}, 422),
        ({"caption": "a\x00b"}, 422),
        ({"caption": None}, 201),
        ({"visibility": "friends"}, 422),
        ({"alt": ["one", "two"]}, 422),
        ({"alt": ["x" * 2001]}, 422),
    ],
)
async def test_e45_words_of_a_post_keep_their_rules(
    running: Parts, anna: Person, fields: dict[str, Any], status: int
) -> None:
    answer = await anna.post(POSTS, json={"media_ids": [await picture_of(running, anna)], **fields})
    assert answer.status_code == status, answer.text


async def test_what_is_left_out_of_a_change_stays_and_null_clears_the_caption(running: Parts, anna: Person) -> None:
    post = await posted(running, anna, caption="first #one", alt=["old"])
    path = f"{POSTS}/{post['id']}"
    assert (await anna.patch(path, json={})).json()["edited_at"] is None
    changed = (await anna.patch(path, json={"alt": ["new"]})).json()
    assert (changed["caption"], changed["media"][0]["alt"]) == ("first #one", "new")
    assert changed["edited_at"] is not None
    assert (await anna.patch(path, json={"caption": "second #two"})).json()["hashtags"] == ["two"]
    assert await ids_of(anna, "/api/v1/tags/one/posts") == []
    cleared = (await anna.patch(path, json={"caption": None, "visibility": "me"})).json()
    assert (cleared["caption"], cleared["hashtags"], cleared["visibility"]) == (None, [], "me")
    assert (await anna.patch(path, json={"caption": "x" * 2201})).status_code == 422


async def test_nobody_changes_or_deletes_the_post_of_another(running: Parts, anna: Person, ben: Person) -> None:
    seen, hidden = await posted(running, anna), await posted(running, anna, visibility="me")
    for post, status in ((seen, 403), (hidden, 404)):
        assert (await ben.patch(f"{POSTS}/{post['id']}", json={"caption": "mine"})).status_code == status
        assert (await ben.delete(f"{POSTS}/{post['id']}")).status_code == status
    assert (await anna.get(f"{POSTS}/{seen['id']}")).json()["caption"] is None


async def test_a_draft_that_is_posted_is_kept(running: Parts, anna: Person) -> None:
    draft = await picture_of(running, anna, is_draft=True)
    assert (await anna.post(POSTS, json={"media_ids": [draft]})).status_code == 201
    assert (await anna.get(f"{MEDIA}/{draft}")).json()["draft"] is False


async def test_e53_a_deleted_post_takes_its_links_along_and_leaves_its_pictures(
    running: Parts, anna: Person, ben: Person
) -> None:
    post = await posted(running, anna)
    picture = post["media"][0]["id"]
    link = (await ben.get(f"{POSTS}/{post['id']}")).json()["media"][0]["renditions"][0]["url"]
    assert (await ben.get(link)).content == BYTES
    assert (await anna.delete(f"{MEDIA}/{picture}")).json()["code"] == "media_in_post"
    many = (await anna.post(f"{MEDIA}/delete", json={"ids": [picture]})).json()
    assert [one["code"] for one in many["kept"]] == ["media_in_post"]
    assert (await anna.delete(f"{POSTS}/{post['id']}")).status_code == 204
    assert (await anna.delete(f"{POSTS}/{post['id']}")).status_code == 404
    assert (await ben.get(link)).status_code == 404
    assert (await ben.get(f"{MEDIA}/{picture}")).status_code == 404
    assert (await anna.get(f"{MEDIA}/{picture}")).status_code == 200
    assert (await anna.delete(f"{MEDIA}/{picture}")).status_code == 204


async def test_a_token_that_only_reads_changes_nothing(app: FastAPI, running: Parts, anna: Person) -> None:
    post = (await posted(running, anna))["id"]
    async with signed_in(app, "reader", scopes=frozenset({Scope.READ})) as reader:
        refused = [
            await reader.post(POSTS, json={"media_ids": [str(new_uuid())]}),
            await reader.patch(f"{POSTS}/{post}", json={}),
            await reader.delete(f"{POSTS}/{post}"),
            await reader.post(f"{POSTS}/{post}/like"),
            await reader.delete(f"{POSTS}/{post}/like"),
            await reader.post(f"{POSTS}/{post}/comment", json={"body": "hello"}),
        ]
        assert [answer.status_code for answer in refused] == [403] * 6
        assert (await reader.get(f"{POSTS}/{post}")).status_code == 200
        assert (await reader.get(f"{POSTS}/no-id")).status_code == 404


async def test_posts_are_counted_by_who_may_see_them(running: Parts, anna: Person, ben: Person) -> None:
    me = f"/api/v1/users/{anna.account.id}"
    public = await posted(running, anna)
    for visibility in ("followers", "me", "me"):
        await posted(running, anna, visibility=visibility)

    async def counts() -> tuple[int, int]:
        return (await anna.get(me)).json()["posts"], (await ben.get(me)).json()["posts"]

    assert await counts() == (4, 1)
    await anna.patch(f"{POSTS}/{public['id']}", json={"visibility": "followers"})
    assert await counts() == (4, 0)
    await anna.delete(f"{POSTS}/{public['id']}")
    assert await counts() == (3, 0)


async def test_a_hashtag_is_found_as_it_is_written_and_nothing_else_is_one(running: Parts, anna: Person) -> None:
    post = await posted(running, anna, caption="#Köln by night")
    for written in ("köln", "KÖLN", "%23Köln", "Ko\u0308ln"):
        assert await ids_of(anna, f"/api/v1/tags/{written}/posts") == [post["id"]]
    for written in ("kölnbynight", "k%25", "%00", "%ff", "k_ln", "köln,"):
        assert await ids_of(anna, f"/api/v1/tags/{written}/posts") == []
