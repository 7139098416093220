"""The library: pages, orders, words, tags, months, and what its owner says about a picture (C34)."""

from datetime import UTC, datetime

import pytest

from tests.painted import exif, photograph
from tests.sending import MEDIA, announced, processed, uploaded
from tests.signed_in import Person


async def add(person: Person, name: str, **more) -> dict:
    files = [("file", (name, photograph(width=40, height=30, **more), "image/jpeg"))]
    return (await person.post(MEDIA, files=files)).json()


async def names(person: Person, **query) -> list[str]:
    answer = await person.get(MEDIA, params=query)
    assert answer.status_code == 200, answer.text
    return [one["name"] for one in answer.json()["items"]]


async def all_pages(person: Person, **query) -> list[str]:
    found: list[str] = []
    cursor = None
    while True:
        params = query | ({"cursor": cursor} if cursor else {})
        page = (await person.get(MEDIA, params=params)).json()
        found += [one["name"] for one in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            return found


async def test_c34_every_order_shows_every_picture_exactly_once(anna: Person) -> None:
    wanted = ["b", "a", "d", "c", "a", "e", "b"]
    for seed, name in enumerate(wanted):
        await add(anna, name, seed=seed, quality=40 + seed)
    assert await all_pages(anna, limit=2) == wanted[::-1]
    assert await all_pages(anna, limit=2, order="asc") == wanted
    assert await all_pages(anna, limit=2, sort="name") == sorted(wanted)
    assert await all_pages(anna, limit=2, sort="name", order="desc") == sorted(wanted, reverse=True)
    for sort in ("bytes", "taken"):
        for order in ("asc", "desc"):
            assert sorted(await all_pages(anna, limit=3, sort=sort, order=order)) == sorted(wanted)


async def test_c34_pictures_are_sorted_by_bytes_and_by_when_they_were_taken(anna: Person) -> None:
    years = {"old": 1999, "older": 1969, "new": 2020}
    for name, year in years.items():
        moment = datetime(year, 5, 4, tzinfo=UTC)
        picture = await add(anna, name, exif=exif(taken_at=moment), quality=year % 90)
        await processed(anna, picture["id"])
    await processed(anna, (await add(anna, "today"))["id"])
    assert await all_pages(anna, sort="taken", limit=1) == ["today", "new", "old", "older"]
    assert await all_pages(anna, sort="taken", order="asc", limit=1) == ["older", "old", "new", "today"]
    sizes = [one["bytes"] for one in (await anna.get(MEDIA, params={"sort": "bytes"})).json()["items"]]
    assert sizes == sorted(sizes, reverse=True)
    months = (await anna.get(f"{MEDIA}/months")).json()
    assert [one["month"] for one in months][1:] == ["2020-05", "1999-05", "1969-05"]
    assert await names(anna, month="1999-05") == ["old"]


async def test_a_page_goes_on_where_it_ended_while_pictures_come_and_go(anna: Person) -> None:
    pictures = [await add(anna, f"p{number}") for number in range(6)]
    first = (await anna.get(MEDIA, params={"limit": 3})).json()
    await add(anna, "new")
    await anna.delete(f"{MEDIA}/{pictures[1]['id']}")
    rest = (await anna.get(MEDIA, params={"limit": 3, "cursor": first["next_cursor"]})).json()
    assert [one["name"] for one in first["items"] + rest["items"]] == ["p5", "p4", "p3", "p2", "p0"]
    assert rest["next_cursor"] is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("KÖLN", ["Köln am Rhein"]),
        ("koln", ["Köln am Rhein"]),
        ("rhein koln", ["Köln am Rhein"]),
        ("rhein bonn", []),
        ("strasse", ["Straße"]),
        ("100%", ["100% sure"]),
        ("%", ["100% sure"]),
        ("_", ["a_b"]),
        ("a\\b", []),
        ("\x00", ["a_b", "100% sure", "Straße", "Köln am Rhein"]),
        ("", ["a_b", "100% sure", "Straße", "Köln am Rhein"]),
    ],
)
async def test_c34_words_are_found_whatever_their_case_and_accents(anna: Person, words: str, found: list[str]) -> None:
    for name in ("Köln am Rhein", "Straße", "100% sure", "a_b"):
        await add(anna, name)
    assert await names(anna, q=words) == found


async def test_c34_tags_and_descriptions_are_found_too(anna: Person) -> None:
    picture = await add(anna, "one")
    await add(anna, "other")
    change = {"tags": ["Meer", "#Urlaub", "meer"], "alt": "Zwei Kühe", "name": "  Sommer  "}
    changed = (await anna.patch(f"{MEDIA}/{picture['id']}", json=change)).json()
    assert (changed["name"], changed["tags"], changed["alt"]) == ("Sommer", ["meer", "urlaub"], "Zwei Kühe")
    for query in ({"tag": "MEER"}, {"q": "kuhe"}, {"q": "urlaub sommer"}):
        assert await names(anna, **query) == ["Sommer"]
    assert await names(anna, tag="mee") == []
    assert (await anna.get(f"{MEDIA}/tags")).json() == [{"tag": "meer", "count": 1}, {"tag": "urlaub", "count": 1}]
    again = (await anna.patch(f"{MEDIA}/{picture['id']}", json={"tags": []})).json()
    assert (again["tags"], again["name"], again["alt"]) == ([], "Sommer", "Zwei Kühe")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": ""}, "bad_media_name"),
        ({"name": "x" * 101}, "bad_media_name"),
        ({"name": "a\x00b"}, "bad_media_name"),
        ({"tags": [""]}, "bad_tag"),
        ({"tags": ["x" * 51]}, "bad_tag"),
        ({"tags": ["a\nb"]}, "bad_tag"),
        ({"tags": [f"tag{number}" for number in range(51)]}, "too_many_tags"),
        ({"alt": "x" * 2001}, "alt_too_long"),
        ({"alt": "a\x00"}, "bad_alt"),
        ({"tags": "sea"}, "bad_input"),
        ({"name": 5}, "bad_input"),
    ],
)
async def test_c34_what_cannot_be_said_about_a_picture_changes_nothing(anna: Person, change: dict, code: str) -> None:
    picture = await add(anna, "one")
    answer = await anna.patch(f"{MEDIA}/{picture['id']}", json=change)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert (await anna.get(f"{MEDIA}/{picture['id']}")).json()["name"] == "one"


async def test_lengths_count_characters(anna: Person) -> None:
    picture = await add(anna, "one")
    name = "写" * 100
    assert (await anna.patch(f"{MEDIA}/{picture['id']}", json={"name": name})).json()["name"] == name


@pytest.mark.parametrize(
    "query",
    [
        {"limit": "0"},
        {"limit": "201"},
        {"limit": "x"},
        {"cursor": "x"},
        {"sort": "size"},
        {"order": "up"},
        {"sha256": "abc"},
        {"month": "2024"},
        {"tag": ""},
        {"q": "x" * 201},
    ],
)
async def test_a_question_that_makes_no_sense_is_refused(anna: Person, query: dict) -> None:
    assert (await anna.get(MEDIA, params=query)).status_code == 422


async def test_a_cursor_fits_only_the_order_it_came_from(anna: Person) -> None:
    for name in ("a", "b"):
        await add(anna, name)
    cursor = (await anna.get(MEDIA, params={"limit": 1, "sort": "name"})).json()["next_cursor"]
    for query in ({}, {"sort": "bytes"}, {"sort": "name", "order": "desc"}):
        assert (await anna.get(MEDIA, params={"cursor": cursor, **query})).status_code == 422


async def test_a_client_can_ask_whether_an_original_is_here_already(anna: Person, ben: Person) -> None:
    picture = await uploaded(anna)
    await uploaded(ben, photograph(seed=2))
    found = (await anna.get(MEDIA, params={"sha256": picture["sha256"].upper()})).json()["items"]
    assert [one["id"] for one in found] == [picture["id"]]
    assert (await ben.get(MEDIA, params={"sha256": picture["sha256"]})).json()["items"] == []


async def test_what_is_still_on_its_way_is_not_in_the_library(anna: Person) -> None:
    ticket = await announced(anna, photograph())
    assert await names(anna) == []
    assert (await anna.get(f"{MEDIA}/{ticket['media_id']}")).json()["status"] == "pending"


async def test_c24_the_owner_is_told_of_camera_place_and_time(anna: Person) -> None:
    moment = datetime(2024, 6, 7, 8, 9, 10, tzinfo=UTC)
    picture = await uploaded(anna, photograph(exif=exif(taken_at=moment, latitude=47.5)))
    assert (picture["has_location"], picture["taken_at"]) == (True, "2024-06-07T08:09:10Z")
    assert (picture["camera"]["make"], picture["camera"]["model"]) == ("Kamra", "Box")
    assert (await uploaded(anna, photograph(seed=2)))["has_location"] is False
