"""Comments: their rules, their order, and who may delete them (E50)."""

from typing import Any

import pytest

from domain.ids import new_uuid
from tests.posting import POSTS, posted
from tests.signed_in import Person
from ui.parts import Parts

NOTICES = "/api/v1/notifications"


async def said(person: Person, post_id: str, body: str = "lovely", **more: Any) -> dict[str, Any]:
    answer = await person.post(f"{POSTS}/{post_id}/comment", json={"body": body, **more})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def bodies(person: Person, post_id: str) -> list[str]:
    return [one["body"] for one in (await person.get(f"{POSTS}/{post_id}/comments")).json()["items"]]


@pytest.mark.parametrize(("body", "status"), [("", 422), (" \n", 422), ("x" * 1001, 422), ("写" * 1000, 201)])
async def test_e50_a_comment_has_1_to_1000_characters(running: Parts, anna: Person, body: str, status: int) -> None:
    post = (await posted(running, anna))["id"]
    assert (await anna.post(f"{POSTS}/{post}/comment", json={"body": body})).status_code == status


async def test_comments_come_oldest_first_page_by_page(running: Parts, anna: Person, ben: Person) -> None:
    post = (await posted(running, anna))["id"]
    first = await said(ben, post, "one")
    assert (first["post_id"], first["author"]["handle"], first["reply_to"]) == (post, "ben", None)
    answer = await said(anna, post, "two", reply_to=first["id"])
    assert answer["reply_to"] == first["id"]
    await said(ben, post, "three")
    assert await bodies(anna, post) == ["one", "two", "three"]
    page = (await anna.get(f"{POSTS}/{post}/comments", params={"limit": 2})).json()
    rest = await anna.get(f"{POSTS}/{post}/comments", params={"limit": 2, "cursor": page["next_cursor"]})
    assert [one["body"] for one in rest.json()["items"]] == ["three"]
    assert (await anna.get(f"{POSTS}/{post}")).json()["comment_count"] == 3


async def test_an_answer_is_to_a_comment_under_the_same_post(running: Parts, anna: Person) -> None:
    here, there = (await posted(running, anna))["id"], (await posted(running, anna))["id"]
    elsewhere = await said(anna, there)
    for reply_to in (elsewhere["id"], str(new_uuid())):
        answer = await anna.post(f"{POSTS}/{here}/comment", json={"body": "hm", "reply_to": reply_to})
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_reply")


async def test_e50_its_author_and_the_post_s_delete_a_comment(
    running: Parts, anna: Person, ben: Person, cleo: Person
) -> None:
    post, other = (await posted(running, anna))["id"], (await posted(running, anna))["id"]
    own, foreign = await said(ben, post, "own"), await said(ben, post, "foreign")
    reply = await said(cleo, post, "reply", reply_to=own["id"])
    comments = f"{POSTS}/{post}/comments"
    assert (await cleo.delete(f"{comments}/{own['id']}")).status_code == 403
    assert (await anna.delete(f"{POSTS}/{other}/comments/{own['id']}")).status_code == 404
    assert (await ben.delete(f"{comments}/{own['id']}")).status_code == 204
    assert (await anna.delete(f"{comments}/{foreign['id']}")).status_code == 204
    assert (await anna.delete(f"{comments}/{foreign['id']}")).status_code == 404
    left = (await anna.get(comments)).json()["items"]
    assert [(one["id"], one["reply_to"]) for one in left] == [(reply["id"], None)]
    assert (await anna.get(f"{POSTS}/{post}")).json()["comment_count"] == 1


async def test_the_author_is_told_of_comments_and_people_of_being_named(
    running: Parts, anna: Person, ben: Person, cleo: Person
) -> None:
    post = await posted(running, anna, caption="with @Cleo and @nobody_here, write to me@ben.example")
    assert post["mentions"] == ["cleo"]
    comment = await said(ben, post["id"], "@cleo @anna look")

    async def told(person: Person) -> list[str]:
        return sorted(one["kind"] for one in (await person.get(NOTICES)).json()["items"])

    assert await told(anna) == ["commented"]
    assert await told(cleo) == ["mentioned", "mentioned"]
    assert await told(ben) == []
    await ben.delete(f"{POSTS}/{post['id']}/comments/{comment['id']}")
    assert await told(anna) == []
    assert await told(cleo) == ["mentioned"]
    await anna.patch(f"{POSTS}/{post['id']}", json={"caption": "with nobody"})
    assert await told(cleo) == []


async def test_nobody_is_named_to_who_may_not_see_the_post(running: Parts, anna: Person, ben: Person) -> None:
    post = await posted(running, anna, caption="not for @ben", visibility="me")
    assert post["mentions"] == []
    assert (await ben.get(NOTICES)).json()["items"] == []
    opened = (await anna.patch(f"{POSTS}/{post['id']}", json={"visibility": "public"})).json()
    assert opened["mentions"] == ["ben"]
    assert [one["kind"] for one in (await ben.get(NOTICES)).json()["items"]] == ["mentioned"]
