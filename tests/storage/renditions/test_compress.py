"""Smaller copies by a recipe: format, quality and size, made by a worker as by the same code here."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from domain.media.compressions.compressing import Compressed, Compressor, TargetTooSmall
from domain.media.compressions.recipe import Adjustment, Crop, CropOutside, Format, MetadataKept, Recipe
from domain.media.rendering import NotAPicture
from storage.renditions.compress import compress_picture
from storage.renditions.exchange import Request, read_answer, read_request, write_answer, write_request
from storage.renditions.last_prepared import LastPrepared
from storage.renditions.pool import PictureWorkers
from tests.storage.renditions.painting import meadow, saved


@pytest.fixture
async def workers() -> AsyncIterator[Compressor]:
    pool = PictureWorkers(1)
    yield pool
    await pool.close()


async def test_a_worker_makes_the_copy_that_the_same_code_makes_here(tmp_path: Path, workers: Compressor) -> None:
    source = saved(meadow(1200, 900), tmp_path / "a.jpg", quality=95)
    recipe = Recipe(quality=60, width=600)
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    one = compress_picture(source, recipe, here, LastPrepared())
    other = await workers.compress(source, recipe, there)
    assert one.path.read_bytes() == other.path.read_bytes()
    assert (other.width, other.height, other.frames, other.encodes, other.quality) == (600, 450, 1, 1, 60)
    assert other.bytes == other.path.stat().st_size < source.stat().st_size
    assert 0.5 < other.similarity < 1
    with Image.open(other.path) as copy:
        assert copy.format == "JPEG"
        assert copy.size == (600, 450)


async def test_what_cannot_be_made_is_refused_with_its_facts(tmp_path: Path, workers: Compressor) -> None:
    source = saved(meadow(600, 400), tmp_path / "a.jpg")
    with pytest.raises(CropOutside) as outside:
        await workers.compress(source, Recipe(crop=Crop(x=500, y=0, width=101, height=10)), tmp_path)
    assert outside.value.facts == {"width": 600, "height": 400}
    with pytest.raises(TargetTooSmall) as small:
        await workers.compress(source, Recipe(target_bytes=500), tmp_path)
    assert int(small.value.facts["smallest_bytes"]) > 500
    (tmp_path / "b.jpg").write_bytes(b"Dear diary")
    with pytest.raises(NotAPicture):
        await workers.compress(tmp_path / "b.jpg", Recipe(), tmp_path)


def test_recipes_and_copies_survive_the_way_to_a_worker_and_back(tmp_path: Path) -> None:
    recipe = Recipe(
        format=Format.AVIF,
        min_similarity=0.97,
        rotate=90,
        crop=Crop(x=1, y=2, width=3, height=4),
        adjust=Adjustment(light=0.5, monochrome=True),
        metadata=MetadataKept.ALL,
        options={"chroma": "4:4:4"},
    )
    request = Request.about(tmp_path / "a", tmp_path, recipe=recipe)
    assert read_request(write_request(request)) == request
    made = Compressed(
        path=tmp_path / "copy.avif",
        content_type="image/avif",
        width=3,
        height=4,
        bytes=5,
        similarity=0.98,
        quality=None,
        encodes=2,
        frames=8,
        original_frames=8,
    )
    assert read_answer(write_answer(made), tmp_path) == made


def test_every_format_describes_itself_and_is_made_at_its_defaults(tmp_path: Path) -> None:
    source = saved(meadow(300, 200), tmp_path / "a.png")
    for codec in PictureWorkers(1).codecs:
        made = compress_picture(source, Recipe(format=codec.format), tmp_path, LastPrepared())
        assert made.content_type == codec.content_type
        assert made.path.suffix == f".{codec.extension}"
        with Image.open(made.path) as copy:
            assert Image.MIME[copy.format or ""] == codec.content_type
            assert copy.size == (300, 200)
