"""Recipes that cannot be: each is refused with its field and a sentence, kept or tried, before anything is decoded."""

import json
from typing import Any

import pytest

from tests.painted import photograph
from tests.sending import MEDIA, uploaded
from tests.signed_in import Person

BAD: list[tuple[str, dict[str, Any], str]] = [
    ("quality", {"quality": 0}, "recipe_out_of_range"),
    ("quality", {"quality": 101}, "recipe_out_of_range"),
    ("quality", {"quality": -1}, "recipe_out_of_range"),
    ("quality", {"quality": "abc"}, "bad_input"),
    ("quality", {"quality": 60.5}, "bad_input"),
    ("width", {"width": 0}, "recipe_out_of_range"),
    ("width", {"width": -1}, "recipe_out_of_range"),
    ("width", {"width": 10**30}, "recipe_out_of_range"),
    ("height", {"height": 0}, "recipe_out_of_range"),
    ("height", {"height": [1]}, "bad_input"),
    ("target_bytes", {"target_bytes": 0}, "recipe_out_of_range"),
    ("min_similarity", {"min_similarity": 1.01}, "recipe_out_of_range"),
    ("min_similarity", {"min_similarity": -0.1}, "recipe_out_of_range"),
    ("target_bytes", {"quality": 60, "target_bytes": 1000}, "two_goals"),
    ("min_similarity", {"target_bytes": 1000, "min_similarity": 0.9}, "two_goals"),
    ("format", {"format": "gif"}, "bad_input"),
    ("metadata", {"metadata": "some"}, "bad_input"),
    ("rotate", {"rotate": 45}, "turn_unknown"),
    ("rotate", {"rotate": 360}, "turn_unknown"),
    ("crop", {"crop": {"x": 0, "y": 0, "width": 481, "height": 10}}, "crop_outside"),
    ("crop", {"rotate": 90, "crop": {"x": 0, "y": 0, "width": 480, "height": 10}}, "crop_outside"),
    ("crop.x", {"crop": {"x": -1, "y": 0, "width": 10, "height": 10}}, "recipe_out_of_range"),
    ("crop.width", {"crop": {"x": 0, "y": 0, "width": 0, "height": 10}}, "recipe_out_of_range"),
    ("crop.height", {"crop": {"x": 0, "y": 0, "width": 10}}, "bad_input"),
    ("adjust.light", {"adjust": {"light": 1.5}}, "recipe_out_of_range"),
    ("adjust.warmth", {"adjust": {"warmth": "much"}}, "bad_input"),
    ("adjust.sharpness", {"adjust": {"sharpness": 1}}, "bad_input"),
    ("options.speed", {"format": "png", "options": {"speed": 9000}}, "option_unknown"),
    ("options.lossless", {"format": "webp", "options": {"lossless": 1}}, "option_unknown"),
    ("options.effort", {"format": "webp", "options": {"effort": 7}}, "option_unknown"),
    ("qualty", {"qualty": 60}, "bad_input"),
]


async def test_d36_a_recipe_that_cannot_be_is_refused_with_its_field_and_a_sentence(anna: Person) -> None:
    picture = await uploaded(anna)
    for field, recipe, code in BAD:
        for path in ("compress", "compressions"):
            answer = await anna.post(f"{MEDIA}/{picture['id']}/{path}", json=recipe)
            said = answer.json()
            assert (answer.status_code, said["code"]) == (422, code), (recipe, said)
            assert said["errors"][0]["field"].startswith(field), (recipe, said)
            assert said["errors"][0]["message"], recipe
            assert "{" not in said["detail"]
    assert (await anna.get(f"{MEDIA}/{picture['id']}/compressions")).json()["items"] == []


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "null", "7", '{"quality": NaN}', '{"min_similarity": NaN}', '{"recipe": 7}']
)
async def test_what_is_no_recipe_at_all_is_refused_too(anna: Person, body: str) -> None:
    picture = await uploaded(anna, photograph(width=48, height=32))
    for path in ("compress", "compressions"):
        headers = {"Content-Type": "application/json"}
        answer = await anna.post(f"{MEDIA}/{picture['id']}/{path}", content=body, headers=headers)
        assert answer.status_code in {400, 422}, (body, answer.text)


async def test_a_form_is_refused_as_json_is(anna: Person) -> None:
    for field, recipe, code in BAD:
        if field == "crop":  # only the picture can tell, which is opened for that
            continue
        fields = {name: value if isinstance(value, str) else json.dumps(value) for name, value in recipe.items()}
        answer = await anna.post("/api/v1/compress", files={"file": ("a.jpg", photograph(), "image/jpeg")}, data=fields)
        assert (answer.status_code, answer.json()["code"]) == (422, code), (recipe, answer.text)
        assert answer.json()["errors"][0]["field"].startswith(field), (recipe, answer.text)
