"""A size to stay under, a similarity to reach, and what the numbers beside a copy say."""

import os
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from domain.media.compressions.compressing import Compressed, SimilarityTooHigh, TargetTooSmall
from domain.media.compressions.recipe import Format, Recipe
from storage.renditions.codecs.palette import in_palette
from storage.renditions.compress import compress_picture
from storage.renditions.goal_search import Aim, around
from storage.renditions.last_prepared import LastPrepared
from storage.renditions.similarity import Likeness
from tests.painted import painted
from tests.storage.renditions.painting import four_quarters, meadow, saved

_PHOTOS = Path(os.environ.get("KAMRA_TEST_PHOTOS", "../shared/photos"))
_LOSSY = [Format.JPEG, Format.WEBP, Format.AVIF]


def _hazy(width: int, height: int) -> Image.Image:
    """Shapes and some texture: every quality makes a difference, as of a photograph."""
    texture = Image.effect_noise((width, height), 60).filter(ImageFilter.GaussianBlur(1)).convert("RGB")
    return Image.blend(painted(width, height), texture, 0.4)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(_hazy(900, 600), tmp_path_factory.mktemp("goals") / "a.jpg", quality=95)


def _copy(source: Path, recipe: Recipe) -> Compressed:
    return compress_picture(source, recipe, source.parent, LastPrepared())


@pytest.mark.parametrize("kind", _LOSSY)
@pytest.mark.parametrize("target", [20_000, 45_000, 80_000])
def test_a_copy_stays_under_its_target_and_comes_close(source: Path, kind: Format, target: int) -> None:
    """D40."""
    made = _copy(source, Recipe(format=kind, target_bytes=target))
    assert made.path.stat().st_size == made.bytes <= target
    assert made.bytes >= 0.9 * target or made.quality == 100
    assert made.encodes <= 8


@pytest.mark.parametrize("kind", _LOSSY)
def test_where_one_step_of_quality_is_coarse_a_part_of_one_comes_closer(tmp_path: Path, kind: Format) -> None:
    """D40."""
    source = saved(_hazy(450, 300), tmp_path / "a.png")
    lower, upper = (_copy(source, Recipe(format=kind, quality=quality)).bytes for quality in (97, 98))
    target = upper - 1
    made = _copy(source, Recipe(format=kind, target_bytes=target))
    assert made.quality == 97
    assert max(lower, 0.9 * target) <= made.bytes <= target


@pytest.mark.parametrize("kind", _LOSSY)
def test_a_target_above_the_best_quality_gives_the_best(tmp_path: Path, kind: Format) -> None:
    made = _copy(saved(_hazy(90, 60), tmp_path / "a.jpg"), Recipe(format=kind, target_bytes=1_000_000))
    assert made.quality == 100
    assert made.encodes <= 3


@pytest.mark.parametrize("kind", list(Format))
def test_a_target_that_is_out_of_reach_is_refused_with_a_width_at_which_it_is_not(source: Path, kind: Format) -> None:
    target = 6_000 if kind is Format.PNG else 1_000
    with pytest.raises(TargetTooSmall) as refusal:
        _copy(source, Recipe(format=kind, target_bytes=target))
    facts = refusal.value.facts
    assert (facts["target_bytes"], facts["width"]) == (target, 900)
    assert int(facts["smallest_bytes"]) > target
    assert int(facts["suggested_width"]) < 900
    again = _copy(source, Recipe(format=kind, target_bytes=target, width=int(facts["suggested_width"])))
    assert again.bytes <= target


def test_a_png_gets_as_many_colours_as_fit_and_all_of_them_where_they_do(source: Path, tmp_path: Path) -> None:
    made = _copy(source, Recipe(format=Format.PNG, target_bytes=120_000))
    assert made.bytes <= 120_000
    with Image.open(made.path) as copy:
        assert copy.mode == "P"
    plain = _copy(saved(four_quarters(300, 200), tmp_path / "a.png"), Recipe(target_bytes=100_000))
    assert (plain.quality, plain.similarity) == (None, 1.0)


def test_what_loses_nothing_either_fits_or_is_refused(source: Path) -> None:
    exact = Recipe(format=Format.WEBP, options={"lossless": True})
    made = _copy(source, exact)
    assert (made.quality, made.similarity, made.encodes) == (None, 1.0, 1)
    with Image.open(source) as before, Image.open(made.path) as after:
        assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
    with pytest.raises(TargetTooSmall) as refusal:
        _copy(source, Recipe(format=Format.WEBP, options={"lossless": True}, target_bytes=10_000))
    assert refusal.value.facts["smallest_bytes"] == made.bytes


@pytest.mark.parametrize("kind", _LOSSY)
def test_a_copy_as_similar_as_wanted_is_hardly_more_so(source: Path, kind: Format) -> None:
    made = _copy(source, Recipe(format=kind, min_similarity=0.9))
    assert 0.9 <= made.similarity < 0.92
    assert made.encodes <= 8
    assert made.quality is not None
    lower = _copy(source, Recipe(format=kind, quality=made.quality - 8))
    assert lower.similarity < made.similarity


def test_more_similarity_than_a_format_has_is_refused_with_its_best(source: Path) -> None:
    with pytest.raises(SimilarityTooHigh) as refusal:
        _copy(source, Recipe(format=Format.JPEG, min_similarity=1.0))
    assert 90 <= int(refusal.value.facts["best_percent"]) < 100
    assert _copy(source, Recipe(format=Format.PNG, min_similarity=1.0)).quality is None


def test_a_png_of_a_photograph_becomes_less_than_half_as_large(tmp_path: Path) -> None:
    """D41."""
    source = saved(_hazy(900, 600), tmp_path / "a.png")
    assert _copy(source, Recipe()).bytes <= 0.5 * source.stat().st_size


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_few_colours_stay_exactly_what_they_are(mode: str) -> None:
    picture = four_quarters(300, 200).convert(mode)
    assert in_palette(picture, 16, is_dithered=False).convert(mode).tobytes() == picture.tobytes()
    many = Image.linear_gradient("L").convert(mode)
    assert len(in_palette(many, 16, is_dithered=False).getcolors() or []) <= 16


def test_the_same_picture_is_entirely_similar_and_another_less(tmp_path: Path) -> None:
    picture = _hazy(1030, 1100)
    likeness = Likeness(picture)
    assert likeness.to(picture) == 1.0
    noisy = Image.blend(picture, meadow(1030, 1100), 0.3)
    noisier = Image.blend(picture, meadow(1030, 1100), 0.6)
    assert 1 > likeness.to(noisy) > likeness.to(noisier) > 0


def test_the_similarity_is_what_the_formula_says() -> None:
    """One block of two levels against its mirror image: means 100, variances 400, covariance −400."""
    block = Image.new("L", (8, 8), 80)
    block.paste(120, (0, 0, 4, 8))
    mirrored = block.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    c2 = (0.03 * 255) ** 2
    assert Likeness(block).to(mirrored) == pytest.approx((c2 - 800) / (c2 + 800), abs=1e-4)


def test_a_search_finds_the_step_whatever_the_way_there_looks_like() -> None:
    for step in (1, 2, 37, 99, 100, 101):
        tried: list[int] = []

        def level_at(quality: int, step: int = step, tried: list[int] = tried) -> float:
            tried.append(quality)
            return 1.0 + quality / 1000 if quality >= step else -1.0

        found = around(level_at, Aim(level=0, first=60, slope=0.02))
        assert (found.below, found.reached) == (step - 1, step)
        assert len(tried) == len(set(tried)) <= 12


@pytest.mark.skipif(not _PHOTOS.is_dir(), reason="needs the photographs")
@pytest.mark.parametrize("kind", _LOSSY)
def test_a_photograph_gets_under_200_kilobytes_and_within_a_tenth_of_it(tmp_path: Path, kind: Format) -> None:
    """D40."""
    for photograph in sorted(_PHOTOS.glob("*mp_*.jpg"))[:3]:
        recipe = Recipe(format=kind, width=1280, target_bytes=200_000)
        made = compress_picture(photograph, recipe, tmp_path, LastPrepared())
        assert 180_000 <= made.bytes <= 200_000
