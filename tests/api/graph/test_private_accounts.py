"""Private accounts: who wants to follow asks first, and nobody else sees whom they know (B18)."""

from tests.api.graph.between_people import API, act, be_private, counts, listed, look, ties, told
from tests.signed_in import Person
from ui.parts import Parts

ASKED = {"followed": False, "requested": True}


async def test_a_private_person_is_asked_and_may_accept_b18(parts: Parts, anna: Person, ben: Person) -> None:
    await be_private(anna)
    assert await act(ben, "follow", "anna") == ASKED
    assert await act(ben, "follow", "anna") == ASKED
    assert (await ties(ben, "anna"), await counts(ben, "anna")) == ({"is_requested"}, (0, 0))
    assert await told(parts, anna.account.id) == [("follow_requested", 1)]
    assert await listed(anna, "/follow-requests") == ["ben"]
    accepted = await anna.post(f"{API}/follow-requests/{ben.account.id}/accept")
    assert accepted.json() == {"accepted": True}
    assert (await ties(ben, "anna"), await counts(ben, "anna")) == ({"is_following"}, (1, 0))
    assert await act(ben, "follow", "anna") == {"followed": False}
    assert await listed(anna, "/follow-requests") == []
    assert await told(parts, anna.account.id) == []


async def test_a_request_may_be_rejected_and_made_again(parts: Parts, anna: Person, ben: Person) -> None:
    await be_private(anna)
    await act(ben, "follow", "anna")
    rejected = await anna.post(f"{API}/follow-requests/@ben/reject")
    assert rejected.json() == {"rejected": True}
    assert (await ties(ben, "anna"), await told(parts, anna.account.id)) == (set(), [])
    assert await act(ben, "follow", "anna") == ASKED


async def test_unfollowing_takes_a_request_back(parts: Parts, anna: Person, ben: Person) -> None:
    await be_private(anna)
    await act(ben, "follow", "anna")
    assert await act(ben, "unfollow", "anna") == {"unfollowed": True}
    assert await act(ben, "unfollow", "anna") == {"unfollowed": False}
    assert (await listed(anna, "/follow-requests"), await told(parts, anna.account.id)) == ([], [])


async def test_only_who_waits_is_answered(anna: Person, ben: Person, clara: Person) -> None:
    await be_private(anna)
    await act(ben, "follow", "anna")
    for verb in ("accept", "reject"):
        for whom in ("@clara", "@nobody", "nonsense"):
            assert (await anna.post(f"{API}/follow-requests/{whom}/{verb}")).status_code == 404
        assert (await clara.post(f"{API}/follow-requests/@ben/{verb}")).status_code == 404
        assert (await anna.post(f"{API}/follow-requests/@anna/{verb}")).status_code == 422
    assert (await anna.post(f"{API}/follow-requests/@ben/accept")).status_code == 200
    assert (await anna.post(f"{API}/follow-requests/@ben/accept")).status_code == 404


async def test_who_is_private_no_longer_has_everybody_follow_who_waited(
    parts: Parts, anna: Person, ben: Person, clara: Person
) -> None:
    await be_private(anna)
    await act(ben, "follow", "anna")
    await act(clara, "follow", "anna")
    await be_private(anna, private=False)
    assert await listed(anna, "/follow-requests") == []
    assert await listed(anna, "/users/@anna/followers") == ["clara", "ben"]
    assert (await counts(anna, "anna"), await counts(anna, "ben"), await counts(anna, "clara")) == (
        (2, 0),
        (0, 1),
        (0, 1),
    )
    assert await told(parts, anna.account.id) == []


async def test_followers_stay_when_somebody_becomes_private(anna: Person, ben: Person) -> None:
    await act(ben, "follow", "anna")
    await be_private(anna)
    assert await ties(ben, "anna") == {"is_following"}


async def test_the_lists_of_a_private_profile_are_empty_to_others(anna: Person, ben: Person, clara: Person) -> None:
    await act(ben, "follow", "anna")
    await act(anna, "follow", "ben")
    await be_private(anna)
    for path in ("/users/@anna/followers", "/users/@anna/following"):
        assert await look(clara, path) == {"items": [], "next_cursor": None}
        assert (await listed(anna, path), await listed(ben, path)) == (["ben"], ["ben"])
    profile = await look(clara, "/users/@anna")
    assert (profile["is_private"], profile["followers"], profile["following"]) == (True, 1, 1)
    await act(anna, "remove-follower", "ben")
    assert await listed(ben, "/users/@anna/following") == []
