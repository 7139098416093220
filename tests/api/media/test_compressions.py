"""Smaller copies kept beside a picture: made once for each recipe, counted exactly, seen by their owner alone."""

import asyncio
from io import BytesIO

import httpx
import pytest
from PIL import Image

from tests.painted import photograph
from tests.sending import MEDIA, sent, uploaded
from tests.signed_in import Person
from ui.parts import Parts

UNKNOWN = "0190a6b0-0000-7000-8000-000000000000"


def copies_of(picture: dict) -> str:
    return f"{MEDIA}/{picture['id']}/compressions"


async def kept(person: Person, picture: dict, **recipe: object) -> dict:
    answer = await person.post(copies_of(picture), json=recipe)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_a_copy_is_made_as_its_recipe_says_and_says_what_it_cost(anna: Person) -> None:
    picture = await uploaded(anna)
    copy = await kept(anna, picture, format="webp", quality=60, width=240)
    assert (copy["media_id"], copy["content_type"]) == (picture["id"], "image/webp")
    assert (copy["width"], copy["height"], copy["quality"]) == (240, 160, 60)
    assert copy["saving"] == pytest.approx(1 - copy["bytes"] / picture["bytes"], abs=0.0001)
    assert copy["larger_than_source"] is False
    assert 0.8 < copy["similarity"] < 1
    assert (copy["recipe"]["format"], copy["recipe"]["width"], copy["recipe"]["target_bytes"]) == ("webp", 240, None)
    answer = await anna.get(f"{copies_of(picture)}/{copy['id']}")
    assert (answer.status_code, answer.json()) == (200, copy)
    bytes_ = (await anna.get(copy["url"])).content
    assert len(bytes_) == copy["bytes"]
    assert (Image.open(BytesIO(bytes_)).format, Image.open(BytesIO(bytes_)).size) == ("WEBP", (240, 160))


async def test_without_a_format_it_is_written_as_what_it_was_and_as_jpeg_for_heic_d36(anna: Person) -> None:
    for kind, wanted in (("image/png", "image/png"), ("image/heic", "image/jpeg"), ("image/gif", "image/webp")):
        picture = await uploaded(anna, content_type=kind)
        copy = await kept(anna, picture)
        assert (copy["content_type"], copy["width"], copy["height"]) == (wanted, 480, 320)


async def test_d35_the_same_recipe_again_is_the_same_copy_however_it_is_written(anna: Person) -> None:
    picture = await uploaded(anna)
    copy = await kept(anna, picture, quality=70, format="jpeg")
    same: list[dict[str, object]] = [
        {"quality": 70},
        {"quality": 70, "width": 480},
        {"quality": 70, "width": 9000, "height": 320, "enlarge": False},
        {"quality": 70, "crop": {"x": 0, "y": 0, "width": 480, "height": 320}},
        {"quality": 70, "adjust": {"light": -0.0}, "rotate": 0, "metadata": "none", "options": {}},
        {"recipe": {"quality": 70}},
    ]
    for recipe in same:
        answer = await anna.post(copies_of(picture), json=recipe)
        assert (answer.status_code, answer.json()["id"]) == (200, copy["id"]), recipe
    assert (await anna.post(copies_of(picture), json={"quality": 70, "rotate": 90})).status_code == 201


async def test_no_goal_is_the_format_s_own_quality(anna: Person) -> None:
    picture = await uploaded(anna)
    formats = {one["format"]: one for one in (await anna.get("/api/v1/compress/formats")).json()}
    copy = await kept(anna, picture)
    again = await anna.post(copies_of(picture), json={"quality": formats["jpeg"]["default_quality"]})
    assert (again.status_code, again.json()["id"]) == (200, copy["id"])


async def test_d35_eleven_at_once_are_exactly_ten(anna: Person, running: Parts) -> None:
    picture = await uploaded(anna)
    recipes = [{"quality": 40 + number, "width": 100} for number in range(11)]
    answers = await asyncio.gather(*(anna.post(copies_of(picture), json=recipe) for recipe in recipes))
    assert sorted(answer.status_code for answer in answers) == [201] * 10 + [409]
    refused = next(answer.json() for answer in answers if answer.status_code == 409)
    assert (refused["code"], "10" in refused["detail"]) == ("too_many_compressions", True)
    assert len(await stored_copies(running)) == 10
    assert (await anna.get(f"{MEDIA}/{picture['id']}")).json()["compressions_count"] == 10
    same = next(index for index, answer in enumerate(answers) if answer.status_code == 201)
    assert (await anna.post(copies_of(picture), json=recipes[same])).status_code == 200


async def test_the_same_recipe_from_many_at_once_is_one_copy(anna: Person, running: Parts) -> None:
    picture = await uploaded(anna)
    recipe = {"quality": 50, "width": 90}
    answers = await asyncio.gather(*(anna.post(copies_of(picture), json=recipe) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [201]
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert len(await stored_copies(running)) == 1


async def test_the_list_has_each_once_newest_first_over_all_pages_b19(anna: Person) -> None:
    picture = await uploaded(anna)
    made = [(await kept(anna, picture, width=20 + number))["id"] for number in range(5)]
    seen, cursor = [], None
    while True:
        page = (
            await anna.get(copies_of(picture), params={"limit": 2, **({"cursor": cursor} if cursor else {})})
        ).json()
        seen += [one["id"] for one in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == made[::-1]
    assert (await anna.get(copies_of(picture), params={"limit": 0})).status_code == 422
    assert (await anna.get(copies_of(picture), params={"cursor": "x"})).status_code == 422


async def test_deleting_one_removes_its_bytes_and_makes_room_for_the_same_again(anna: Person, running: Parts) -> None:
    picture = await uploaded(anna)
    copy, other = await kept(anna, picture, width=100), await kept(anna, picture, width=101)
    place = f"{copies_of(picture)}/{copy['id']}"
    assert (await anna.delete(place)).status_code == 204
    for answer in (await anna.delete(place), await anna.get(place), await anna.get(copy["url"])):
        assert answer.status_code == 404
    assert await stored_copies(running) == [f"compressions/{picture['id']}/{other['id']}"]
    assert (await anna.get(f"{MEDIA}/{picture['id']}")).json()["compressions_count"] == 1
    assert (await kept(anna, picture, width=100))["id"] != copy["id"]


async def test_d44_deleting_the_picture_deletes_its_copies(anna: Person, running: Parts) -> None:
    picture = await uploaded(anna)
    copy = await kept(anna, picture, width=100)
    assert (await anna.delete(f"{MEDIA}/{picture['id']}")).status_code == 204
    assert await stored_copies(running) == []
    for path in (copy["url"], copies_of(picture), f"{copies_of(picture)}/{copy['id']}"):
        assert (await anna.get(path)).status_code == 404


async def test_d44_another_s_copies_answer_as_if_there_were_no_picture(
    anna: Person, ben: Person, nobody: httpx.AsyncClient
) -> None:
    picture = await uploaded(anna)
    copy = await kept(anna, picture, width=100)
    for method, path in (
        ("GET", ""),
        ("POST", ""),
        ("GET", f"/{copy['id']}"),
        ("DELETE", f"/{copy['id']}"),
    ):
        answers = [
            await ben.client.request(method, f"{MEDIA}/{media_id}/compressions{path}", json={})
            for media_id in (picture["id"], UNKNOWN, "x")
        ]
        assert [answer.status_code for answer in answers] == [404] * 3, (method, path)
        assert len({answer.text for answer in answers}) == 1
        assert (await nobody.request(method, f"{copies_of(picture)}{path}", json={})).status_code == 401
    trying = [await ben.post(f"{MEDIA}/{one}/compress", json={}) for one in (picture["id"], UNKNOWN)]
    assert [answer.status_code for answer in trying] == [404, 404]
    assert trying[0].text == trying[1].text
    assert (await anna.get(f"{copies_of(picture)}/{copy['id']}")).json() == copy


async def test_a_picture_that_is_not_finished_or_failed_has_no_copies(anna: Person) -> None:
    waiting = (await sent(anna, photograph()))["media_id"]
    failed = (await uploaded(anna, b"this is text", "image/jpeg"))["id"]
    for media_id in (waiting, failed):
        for path in ("compressions", "compress"):
            answer = await anna.post(f"{MEDIA}/{media_id}/{path}", json={})
            assert (answer.status_code, answer.json()["code"]) == (409, "picture_not_ready")


async def test_copies_of_a_draft_go_with_it(anna: Person, running: Parts) -> None:
    draft = await uploaded(anna, draft=True)
    copy = await kept(anna, draft, width=100)
    assert (await anna.get(copy["url"])).status_code == 200
    assert (await anna.delete(f"{MEDIA}/{draft['id']}")).status_code == 204
    assert await stored_copies(running) == []


async def test_d38_a_copy_larger_than_its_source_says_so(anna: Person) -> None:
    picture = await uploaded(anna, photograph(quality=20))
    copy = await kept(anna, picture, format="png")
    assert copy["larger_than_source"] is True
    assert copy["saving"] < 0


async def stored_copies(parts: Parts) -> list[str]:
    return [stored.key async for stored in parts.files.list("compressions/")]
