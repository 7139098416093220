"""Following, muting and blocking as calls: what each answers, and what a follow counts and tells."""

import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from domain.accounts.actor import Scope
from domain.ids import new_uuid
from tests.api.graph.between_people import API, act, counts, listed, look, ties, told
from tests.signed_in import Person, signed_in
from ui.parts import Parts

VERBS = {
    "follow": ("followed", None),
    "unfollow": ("unfollowed", "follow"),
    "block": ("blocked", None),
    "unblock": ("unblocked", "block"),
    "mute": ("muted", None),
    "unmute": ("unmuted", "mute"),
}


@pytest.mark.parametrize("verb", VERBS)
async def test_it_is_true_when_something_changed_and_false_again_b16(anna: Person, ben: Person, verb: str) -> None:
    word, before = VERBS[verb]
    if before is not None:
        await act(anna, before, "ben")
    assert await act(anna, verb, "BEN") == {word: True}
    assert await act(anna, verb, "ben") == {word: False}
    assert (await anna.post(f"{API}/users/{ben.account.id}/{verb}")).json() == {word: False}


@pytest.mark.parametrize("verb", [*VERBS, "remove-follower"])
async def test_oneself_and_nobody_are_refused_b16(app: FastAPI, anna: Person, verb: str) -> None:
    oneself = await anna.post(f"{API}/users/@anna/{verb}")
    assert (oneself.status_code, oneself.json()["code"]) == (422, "that_is_you")
    for nobody in (str(new_uuid()), "@nobody", "nonsense"):
        assert (await anna.post(f"{API}/users/{nobody}/{verb}")).status_code == 404
    async with signed_in(app, "reader", Role.MEMBER, frozenset({Scope.READ})) as reader:
        refused = await reader.post(f"{API}/users/@anna/{verb}")
        assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")


async def test_a_follow_is_counted_listed_and_told_once(parts: Parts, anna: Person, ben: Person) -> None:
    await act(anna, "follow", "ben")
    assert (await counts(anna, "anna"), await counts(anna, "ben")) == ((0, 1), (1, 0))
    assert await listed(ben, "/users/@ben/followers") == ["anna"]
    assert await listed(ben, "/users/@anna/following") == ["ben"]
    assert (await ties(anna, "ben"), await ties(ben, "anna")) == ({"is_following"}, {"is_followed_by"})
    assert await told(parts, ben.account.id) == [("followed", 1)]
    await act(anna, "unfollow", "ben")
    assert (await counts(anna, "anna"), await counts(anna, "ben")) == ((0, 0), (0, 0))
    assert await ties(anna, "ben") == set()
    assert await told(parts, ben.account.id) == []


async def test_a_follower_can_be_removed_and_may_follow_again(parts: Parts, anna: Person, ben: Person) -> None:
    await act(anna, "follow", "ben")
    assert await act(ben, "remove-follower", "anna") == {"removed": True}
    assert await act(ben, "remove-follower", "anna") == {"removed": False}
    assert await ties(anna, "ben") == set()
    assert await told(parts, ben.account.id) == []
    assert await act(anna, "follow", "ben") == {"followed": True}


async def test_who_is_muted_does_not_learn_of_it_and_tells_nothing(parts: Parts, anna: Person, ben: Person) -> None:
    await act(anna, "mute", "ben")
    assert await listed(anna, "/mutes") == ["ben"]
    assert (await ties(anna, "ben"), await ties(ben, "anna")) == ({"is_muting"}, set())
    assert await act(ben, "follow", "anna") == {"followed": True}
    assert await told(parts, anna.account.id) == []


async def test_one_has_no_relationship_with_oneself(anna: Person) -> None:
    assert await ties(anna, "anna") == set()
    assert (await anna.get(f"{API}/users/@nobody/relationship")).status_code == 404


async def test_following_tells_open_pages_to_count_their_notifications_anew(
    parts: Parts, anna: Person, ben: Person
) -> None:
    async with parts.messages.subscribe(f"account/{ben.account.id}") as heard:
        await act(anna, "follow", "ben")
        assert await anext(heard) == "notifications"
    assert (await look(ben, "/users/@ben"))["followers"] == 1
