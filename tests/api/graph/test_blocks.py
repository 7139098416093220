"""A block: follows end both ways, and each is gone for the other wherever people are shown (B17)."""

import pytest

from tests.api.graph.between_people import API, act, be_private, counts, listed, ties, told
from tests.signed_in import Person
from ui.parts import Parts


async def test_a_block_ends_follows_both_ways_and_what_was_told_of_them_b17(
    parts: Parts, anna: Person, ben: Person, clara: Person
) -> None:
    await act(anna, "follow", "ben")
    await act(ben, "follow", "anna")
    await act(clara, "follow", "ben")
    await act(anna, "block", "ben")
    assert (await counts(clara, "anna"), await counts(clara, "ben")) == ((0, 0), (1, 0))
    assert (await told(parts, anna.account.id), await told(parts, ben.account.id)) == ([], [("followed", 1)])


async def test_a_block_ends_requests_too_b17(parts: Parts, anna: Person, ben: Person) -> None:
    await be_private(anna)
    await act(ben, "follow", "anna")
    assert await told(parts, anna.account.id) == [("follow_requested", 1)]
    await act(anna, "block", "ben")
    await act(anna, "unblock", "ben")
    assert await ties(ben, "anna") == set()
    assert (await listed(anna, "/follow-requests"), await told(parts, anna.account.id)) == ([], [])


async def test_neither_finds_the_other_b17(anna: Person, ben: Person, clara: Person) -> None:
    for one, other in ((clara, "anna"), (clara, "ben"), (anna, "clara"), (ben, "clara")):
        await act(one, "follow", other)
    await act(anna, "block", "ben")
    nobody = await anna.get(f"{API}/users/@nobody")
    for one, other in ((anna, ben), (ben, anna)):
        for whom in (f"@{other.account.handle}", str(other.account.id)):
            for what in ("", "/followers", "/following"):
                answer = await one.get(f"{API}/users/{whom}{what}")
                assert (answer.status_code, answer.json()) == (404, nobody.json())
        assert await listed(one, "/users/@clara/followers") == [one.account.handle]
        assert await listed(one, "/users/@clara/following") == [one.account.handle]
    assert await listed(clara, "/users/@clara/followers") == ["ben", "anna"]
    assert await counts(anna, "clara") == (2, 2)


@pytest.mark.parametrize("verb", ["follow", "unfollow", "block", "unblock", "mute", "unmute", "remove-follower"])
async def test_who_is_blocked_can_do_nothing_to_who_blocked_them(anna: Person, ben: Person, verb: str) -> None:
    await act(anna, "block", "ben")
    assert (await ben.post(f"{API}/users/@anna/{verb}")).status_code == 404
    assert (await ben.get(f"{API}/users/@anna/relationship")).status_code == 404


async def test_who_blocks_keeps_the_list_the_relationship_and_the_way_back(anna: Person, ben: Person) -> None:
    await act(anna, "block", "ben")
    assert await listed(anna, "/blocks") == ["ben"]
    assert await ties(anna, "ben") == {"is_blocking"}
    for verb in ("follow", "unfollow", "mute", "unmute", "remove-follower"):
        assert (await anna.post(f"{API}/users/@ben/{verb}")).status_code == 404
    await act(anna, "unblock", "ben")
    assert await listed(anna, "/blocks") == []
    assert await act(ben, "follow", "anna") == {"followed": True}


async def test_somebody_muted_who_then_blocks_is_in_no_list(anna: Person, ben: Person) -> None:
    await act(anna, "mute", "ben")
    await act(ben, "block", "anna")
    assert await listed(anna, "/mutes") == []
