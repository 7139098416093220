"""People are found by handle and display name, by those who may know of them (E52)."""

from typing import Any

from fastapi import FastAPI

from tests.signed_in import Person, client_of, signed_in
from ui.parts import Parts

SEARCH = "/api/v1/search/users"


async def _found(person: Person, q: str, **query: Any) -> list[str]:
    answer = await person.get(SEARCH, params={"q": q, **query})
    assert answer.status_code == 200, answer.text
    return [one["handle"] for one in answer.json()["items"]]


async def _called(person: Person, name: str) -> None:
    answer = await person.patch(f"/api/v1/users/{person.account.id}", json={"display_name": name})
    assert answer.status_code == 200, answer.text


async def test_handles_and_names_are_found_also_in_the_middle(app: FastAPI, anna: Person, ben: Person) -> None:
    async with signed_in(app, "malte_k") as malte:
        await _called(anna, "Zoë Valérie")
        assert await _found(ben, "al") == ["malte_k", "anna"]
        assert await _found(ben, "ZOE val") == ["anna"]
        assert await _found(ben, "val zoe") == ["anna"]
        assert await _found(ben, "@mal") == ["malte_k"]
        await _called(malte, "Somebody")
        assert await _found(ben, "somebody malte") == ["malte_k"]
        assert await _found(ben, "nobody") == []


async def test_percent_and_underscore_are_literal(app: FastAPI, anna: Person, ben: Person) -> None:
    async with signed_in(app, "a_b"):
        await _called(anna, "100% Anna")
        assert await _found(ben, "0%") == ["anna"]
        assert await _found(ben, "a_b") == ["a_b"]
        assert await _found(ben, "_b") == ["a_b"]
        for typed in ("%%", "__", "a%b", "\\_", "a_a"):
            assert await _found(ben, typed) == [], typed


async def test_who_is_blocked_suspended_or_gone_is_not_found(
    app: FastAPI, running: Parts, anna: Person, ben: Person
) -> None:
    assert await _found(ben, "anna") == ["anna"]
    await anna.post("/api/v1/users/@ben/block")
    assert await _found(ben, "anna") == await _found(anna, "ben") == []
    async with signed_in(app, "cleo") as cleo:
        assert await _found(ben, "cleo") == ["cleo"]
        async with running.works.write() as work:
            await work.accounts.mark_gone(cleo.account.id, running.clock.now())
        assert await _found(ben, "cleo") == []


async def test_the_list_has_pages(app: FastAPI, ben: Person) -> None:
    handles = [f"same{number}" for number in range(5)]
    for handle in handles:
        async with signed_in(app, handle):
            pass
    first = (await ben.get(SEARCH, params={"q": "same", "limit": 3})).json()
    assert [one["handle"] for one in first["items"]] == handles[:1:-1]
    rest = (await ben.get(SEARCH, params={"q": "same", "cursor": first["next_cursor"]})).json()
    assert [one["handle"] for one in rest["items"]] == handles[1::-1]
    assert rest["next_cursor"] is None
    assert "email" not in rest["items"][0]


async def test_who_is_not_signed_in_finds_nobody(app: FastAPI) -> None:
    async with client_of(app) as nobody:
        for kind in ("users", "posts"):
            assert (await nobody.get(f"/api/v1/search/{kind}", params={"q": "anna"})).status_code == 401
