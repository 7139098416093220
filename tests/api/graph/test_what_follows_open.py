"""What being a follower opens and losing it closes: the count of posts, and pictures by the links one already has."""

from tests.api.graph.between_people import API, act, be_private, look
from tests.posting import posted
from tests.signed_in import Person
from ui.parts import Parts


async def test_posts_are_counted_for_whoever_looks(parts: Parts, anna: Person, ben: Person, clara: Person) -> None:
    for visibility in ("public", "followers", "followers", "me"):
        await posted(parts, anna, visibility=visibility)
    await act(ben, "follow", "anna")
    shown = [(await look(who, "/users/@anna"))["posts"] for who in (anna, ben, clara)]
    assert shown == [4, 3, 1]
    in_lists = [await look(who, "/users/@ben/following") for who in (anna, ben, clara)]
    assert [one["items"][0]["user"]["posts"] for one in in_lists] == [4, 3, 1]
    assert (await look(anna, "/auth/me"))["posts"] == 4


async def test_links_of_a_removed_follower_die_at_once_b18(parts: Parts, anna: Person, ben: Person) -> None:
    await be_private(anna)
    post = await posted(parts, anna)
    await act(ben, "follow", "anna")
    assert (await ben.get(f"{API}/posts/{post['id']}")).status_code == 404
    await anna.post(f"{API}/follow-requests/@ben/accept")
    shown = (await look(ben, f"/posts/{post['id']}"))["media"][0]["renditions"][0]["url"]
    assert (await ben.get(shown)).status_code == 200
    await act(anna, "remove-follower", "ben")
    assert (await ben.get(shown)).status_code == 404
    assert (await ben.get(f"{API}/posts/{post['id']}")).status_code == 404


async def test_links_between_two_die_with_a_block_b17(parts: Parts, anna: Person, ben: Person) -> None:
    post = await posted(parts, anna)
    shown = (await look(ben, f"/posts/{post['id']}"))["media"][0]["renditions"][0]["url"]
    await act(ben, "block", "anna")
    assert (await ben.get(shown)).status_code == 404
    assert (await ben.get(f"{API}/posts/{post['id']}")).status_code == 404
