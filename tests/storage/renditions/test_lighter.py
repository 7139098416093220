"""Lighter renditions: the same sizes as AVIF, clean and upright, and none that would not be lighter."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from domain.media.rendering import NotAPicture, PictureUnreadable, Rendered, RenderedFile, Rung
from storage.renditions.exchange import Request, read_answer, read_request, write_answer, write_request
from storage.renditions.lighter import lighter_pictures
from storage.renditions.picture import render_picture
from storage.renditions.pool import PictureWorkers
from tests.painted import exif
from tests.storage.renditions.painting import QUARTERS, colour_at, four_quarters, is_near, meadow, saved


def _hazy(width: int, height: int) -> Image.Image:
    """As soft as a photograph made smaller: bare noise takes as many bytes in every kind."""
    return meadow(width, height).filter(ImageFilter.GaussianBlur(1))


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def _rungs(rendered: Rendered) -> list[Rung]:
    return [Rung(width=file.width, height=file.height, bytes=file.bytes) for file in rendered.files]


def _both(source: Path, folder: Path) -> tuple[Rendered, tuple[RenderedFile, ...]]:
    rendered = render_picture(source, _folder(folder / "first"))
    return rendered, lighter_pictures(source, _folder(folder / "lighter"), _rungs(rendered))


@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "avif", "heic"])
def test_each_rung_is_there_once_more_in_fewer_bytes_and_with_the_same_look(tmp_path: Path, kind: str) -> None:
    rendered, lighter = _both(saved(_hazy(1400, 900), tmp_path / f"a.{kind}", quality=95), tmp_path)
    assert [(file.width, file.height) for file in lighter] == [(file.width, file.height) for file in rendered.files]
    for before, after in zip(rendered.files, lighter, strict=True):
        assert after.content_type == "image/avif"
        assert after.bytes == after.path.stat().st_size < before.bytes
        with Image.open(before.path) as one, Image.open(after.path) as other:
            assert other.format == "AVIF"
            assert other.size == one.size
            away = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean
        assert max(away) < 8


def test_a_rung_that_would_take_more_bytes_than_its_jpeg_has_none(tmp_path: Path) -> None:
    source = saved(_hazy(900, 600), tmp_path / "a.jpg")
    rendered = render_picture(source, tmp_path)
    spare, *others = _rungs(rendered)
    tiny = [Rung(width=rung.width, height=rung.height, bytes=100) for rung in others]
    lighter = lighter_pictures(source, _folder(tmp_path / "lighter"), [spare, *tiny])
    assert [file.width for file in lighter] == [900]
    assert [path.name for path in (tmp_path / "lighter").iterdir()] == ["900.avif"]


@pytest.mark.parametrize("orientation", [3, 6, 7])
def test_they_stand_upright(tmp_path: Path, orientation: int) -> None:
    turn = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE}[orientation]
    found = Image.Exif()
    found[0x0112] = orientation
    source = saved(four_quarters(1300, 800).transpose(turn), tmp_path / "a.jpg", exif=found, quality=95)
    _, lighter = _both(source, tmp_path)
    assert [(file.width, file.height) for file in lighter] == [(1300, 800), (1280, 788), (640, 394), (320, 197)]
    for file in lighter:
        corners = [colour_at(file.path, x, y) for y in (0.1, 0.9) for x in (0.1, 0.9)]
        assert all(is_near(seen, wanted, 12) for seen, wanted in zip(corners, QUARTERS, strict=True)), corners


def test_nothing_that_the_camera_wrote_is_in_them(tmp_path: Path) -> None:
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>the owner's name</x:xmpmeta>"
    source = saved(_hazy(900, 600), tmp_path / "a.jpg", exif=exif(latitude=47.0), xmp=xmp, comment=b"the owner's name")
    _, lighter = _both(source, tmp_path)
    for file in lighter:
        data = file.path.read_bytes()
        assert b"Exif" not in data
        assert b"xmpmeta" not in data
        assert b"owner" not in data
        with Image.open(BytesIO(data)) as picture:
            assert not picture.getexif()
            assert "icc_profile" not in picture.info


def test_of_an_animation_they_show_the_first_frame_as_the_jpegs_do(tmp_path: Path) -> None:
    second = Image.new("RGB", (900, 600), "blue")
    for name in ("a.gif", "a.webp"):
        source = saved(_hazy(900, 600), tmp_path / name, save_all=True, append_images=[second] * 3)
        _, lighter = _both(source, _folder(tmp_path / name[2:]))
        assert lighter
        with Image.open(lighter[0].path) as picture:
            assert getattr(picture, "n_frames", 1) == 1
        assert colour_at(lighter[0].path, 0.5, 0.9) != (0, 0, 254)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_ink_become_lighter_too(tmp_path: Path, mode: str) -> None:
    kind = "jpg" if mode == "CMYK" else "png"
    _, lighter = _both(saved(_hazy(900, 600).convert(mode), tmp_path / f"a.{kind}"), tmp_path)
    assert [file.width for file in lighter] == [900, 640, 320]


async def test_a_worker_that_comes_last_makes_the_same_and_is_the_politest(tmp_path: Path) -> None:
    source = saved(_hazy(900, 600), tmp_path / "a.jpg")
    rendered, here = _both(source, tmp_path)
    pool = PictureWorkers(1, last=True)
    there = await pool.lighten(source, _folder(tmp_path / "there"), _rungs(rendered))
    assert [file.path.read_bytes() for file in there] == [file.path.read_bytes() for file in here]
    assert [os.getpriority(os.PRIO_PROCESS, pid) for pid in pool.pids] == [19]
    assert await pool.lighten(source, tmp_path, []) == ()
    (tmp_path / "b.jpg").write_bytes(b"Dear diary")
    with pytest.raises(NotAPicture):
        await pool.lighten(tmp_path / "b.jpg", tmp_path, _rungs(rendered))
    await pool.close()


def test_what_the_encoder_cannot_do_is_a_refusal_and_no_end_of_the_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = saved(_hazy(900, 600), tmp_path / "a.jpg")
    rungs = _rungs(render_picture(source, tmp_path))

    def no_memory(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Image.Image, "save", no_memory)
    with pytest.raises(PictureUnreadable):
        lighter_pictures(source, tmp_path, rungs)


def test_what_is_said_is_what_is_understood(tmp_path: Path) -> None:
    rungs = (Rung(width=3, height=2, bytes=1), Rung(width=1, height=1, bytes=1))
    request = Request(original=tmp_path / "a", into=tmp_path, rungs=rungs)
    assert read_request(write_request(request)) == request
    _, lighter = _both(saved(_hazy(640, 480), tmp_path / "a.jpg"), tmp_path)
    assert read_answer(write_answer(lighter), tmp_path / "lighter") == lighter
