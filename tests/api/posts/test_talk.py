"""The few lines under posts: somebody else who likes each, and its newest comments, for whoever may see them."""

from tests.posting import POSTS, posted
from tests.signed_in import Person
from ui.parts import Parts

TALK = "/api/v1/feed/talk"


async def test_each_post_has_another_one_who_likes_it_and_its_two_newest_comments(
    running: Parts, anna: Person, ben: Person, cleo: Person
) -> None:
    talked, silent = (await posted(running, anna))["id"], (await posted(running, anna))["id"]
    for person in (cleo, ben, anna):
        assert (await person.post(f"{POSTS}/{talked}/like")).status_code == 200
    for number in range(3):
        assert (await ben.post(f"{POSTS}/{talked}/comment", json={"body": f"number {number}"})).status_code == 201
    items = (await anna.get(f"{TALK}?posts={silent},{talked},{silent},nonsense")).json()["items"]
    assert [one["post_id"] for one in items] == [silent, talked]
    assert (items[0]["liked_by"], items[0]["comments"]) == (None, [])
    assert items[1]["liked_by"]["handle"] == "ben"
    assert [one["body"] for one in items[1]["comments"]] == ["number 1", "number 2"]
    assert (await ben.get(f"{TALK}?posts={talked}")).json()["items"][0]["liked_by"]["handle"] == "anna"


async def test_there_is_no_talk_of_what_one_may_not_see(running: Parts, anna: Person, ben: Person) -> None:
    own = (await posted(running, anna, visibility="me"))["id"]
    assert (await ben.get(f"{TALK}?posts={own}")).json() == {"items": []}
    assert (await ben.get(TALK)).status_code == 422
