"""The studio's reckoning by itself: the zip it writes, the parts it cuts out, and what each purpose asks for."""

import io
import zipfile

import pytest
from playwright.async_api import Page

from tests.browser.conftest import ServedStudio
from tests.browser.modules import call
from ui.theme.assets import asset_url

SIZE = {"width": 4000, "height": 3000}


async def test_a_zip_holds_every_file_under_its_name_and_byte_for_byte(page: Page, studio: ServedStudio) -> None:
    files = {"Grüße.jpg": bytes(range(256)) * 300, "leer.png": b"", "b.webp": b"RIFF"}
    given = [{"name": name, "bytes": list(content)} for name, content in files.items()]
    make = """m.zipOf(given[0].map(({ name, bytes }) => ({ name, blob: new Blob([new Uint8Array(bytes)]) })))
      .then((zip) => zip.arrayBuffer()).then((bytes) => [...new Uint8Array(bytes)])"""
    made = await call(page, studio.url, "studio/zip.js", f"await {make}", given)
    with zipfile.ZipFile(io.BytesIO(bytes(made))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files


async def test_names_in_a_zip_are_unlike_each_other(page: Page, studio: ServedStudio) -> None:
    names = ["lake.jpg", "Lake.jpg", "lake.jpg", "lake", "lake"]
    made = await call(page, studio.url, "studio/zip.js", "m.unlike(given[0])", names)
    assert made == ["lake.jpg", "Lake (2).jpg", "lake (3).jpg", "lake", "lake (2)"]


async def test_a_first_part_has_its_shape_and_lies_in_the_middle(page: Page, studio: ServedStudio) -> None:
    first = "m.firstPart(given[0], given[1])"
    module = "studio/crop_part.js"
    assert await call(page, studio.url, module, first, SIZE, "1:1") == {"x": 500, "y": 0, "width": 3000, "height": 3000}
    passport = await call(page, studio.url, module, first, SIZE, "35:45")
    assert passport["width"] / passport["height"] == pytest.approx(35 / 45, abs=0.001)
    assert passport["height"] == 3000


@pytest.mark.parametrize("shape", ["free", "1:1", "4:5", "35:45"])
async def test_a_part_stays_inside_however_it_is_pulled(page: Page, studio: ServedStudio, shape: str) -> None:
    script = """[[-9000, -9000], [9000, 9000], [9000, -9000], [2001, 1502]].flatMap(([x, y]) =>
      [true, false].flatMap((left) => [true, false].map((top) => m.resizedPart(m.firstPart(given[0], given[1]),
        { left, top }, { x, y }, given[0], m.aspectOfShape(given[1])))))"""
    for part in await call(page, studio.url, "studio/crop_part.js", script, SIZE, shape):
        assert part["x"] >= 0
        assert part["y"] >= 0
        assert part["x"] + part["width"] <= SIZE["width"]
        assert part["y"] + part["height"] <= SIZE["height"]
        assert part["width"] >= 1
        assert part["height"] >= 1


async def test_a_recipe_says_only_what_is_not_as_usual(page: Page, studio: ServedStudio) -> None:
    recipe = "m.recipeOf({ ...m.AS_IT_IS, ...given[0] })"
    assert await call(page, studio.url, "studio/settings.js", recipe, {}) == {}
    some = {"goal": "bytes", "targetBytes": 200_000, "width": 800, "warmth": 0.2, "monochrome": True, "rotate": 90}
    assert await call(page, studio.url, "studio/settings.js", recipe, some) == {
        "target_bytes": 200_000,
        "width": 800,
        "rotate": 90,
        "adjust": {"warmth": 0.2, "monochrome": True},
    }


@pytest.mark.parametrize(
    ("purpose", "known", "recipe"),
    [
        ("email", {}, {"format": "jpeg", "target_bytes": 2_000_000, "width": 2560, "height": 2560}),
        ("email", {"bytes": 900_000}, {"format": "jpeg", "target_bytes": 900_000, "width": 2560, "height": 2560}),
        ("form", {"megabytes": 0.5}, {"format": "jpeg", "target_bytes": 500_000}),
        ("website", {}, {"format": "webp", "width": 1600, "height": 1600}),
        ("messenger", {}, {"format": "jpeg", "width": 2048, "height": 2048}),
        ("same", {"contentType": "image/heic"}, {"format": "jpeg", "min_similarity": 0.97}),
        ("same", {"contentType": "image/gif"}, {"format": "webp", "min_similarity": 0.97}),
    ],
)
async def test_each_purpose_asks_for_what_it_says(
    page: Page, studio: ServedStudio, purpose: str, known: dict[str, object], recipe: dict[str, object]
) -> None:
    await page.goto(f"{studio.url}/empty")
    script = """async ([purposes, settings, purpose, known]) => {
      const [p, s] = [await import(purposes), await import(settings)];
      return s.recipeOf(p.settingsFor(purpose, s.AS_IT_IS, { megabytes: 2, webFormat: "webp", ...known }));
    }"""
    addresses = [asset_url(f"components/studio/{name}.js") for name in ("purposes", "settings")]
    assert await page.evaluate(script, [*addresses, purpose, known]) == recipe


@pytest.mark.parametrize(
    ("similarity", "sentence"),
    [
        (0.98, "You will not see a difference."),
        (0.9799, "Fine detail is a little softer."),
        (0.9, "Softer. Fine for a small picture."),
        (0.42, "Visibly changed."),
    ],
)
async def test_a_likeness_has_its_sentence(page: Page, studio: ServedStudio, similarity: float, sentence: str) -> None:
    assert await call(page, studio.url, "studio/figures.js", "m.likenessText(given[0])", similarity) == sentence


async def test_an_original_is_laid_so_that_turned_and_cut_it_fills_its_box(page: Page, studio: ServedStudio) -> None:
    lay = "m.layOf({ width: 400, height: 300 }, given[0], 150)"
    whole = await call(page, studio.url, "studio/picture_place.js", lay, {"rotate": 90, "crop": None})
    assert whole == {"width": "200px", "height": "150px", "transform": "translate(150px, 0px) rotate(90deg)"}
    part = {"rotate": 0, "crop": {"x": 100, "y": 50, "width": 150, "height": 100}}
    cut = await call(page, studio.url, "studio/picture_place.js", lay, part)
    assert cut == {"width": "400px", "height": "300px", "transform": "translate(-100px, -50px) rotate(0deg)"}


async def test_a_copy_that_does_not_move_says_so_of_an_original_that_does(page: Page, studio: ServedStudio) -> None:
    copy = {"bytes": 10, "similarity": 0.99, "contentType": "image/jpeg", "frames": 1, "originalFrames": 8}
    said = "JPEG does not move: this is the first of 8 pictures. WebP, under More, keeps them all."
    assert await call(page, studio.url, "studio/figures.js", "m.stillText(given[0])", copy) == said
    moving = {**copy, "contentType": "image/webp", "frames": 8}
    assert await call(page, studio.url, "studio/figures.js", "m.stillText(given[0])", moving) == ""
