"""What is no picture, damaged or a trap is refused by name, before it costs anything (A25, A27)."""

import struct
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from PIL import Image

from domain.media.rendering import NotAPicture, PictureDamaged, PictureTooSlow, TooManyPixels
from storage.renditions.picture import render_picture
from tests.hostile.bomb import TOO_MANY_PIXELS, TOO_SLOW, Bomb
from tests.hostile.bombs import BOMBS
from tests.hostile.jpeg_bombs import jpeg, segment, with_segments
from tests.hostile.png_bombs import chunk, png, zeros
from tests.storage.renditions.painting import as_bytes, meadow, png_header

_SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"Dear diary, this is no picture.", _SVG, b"%PDF-1.7\n", b"BM" + b"\0" * 60, b"II*\0" + b"\0" * 60],
)
def test_what_is_not_one_of_the_six_kinds_is_no_picture(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(data)
    with pytest.raises(NotAPicture):
        render_picture(tmp_path / "a.jpg", tmp_path)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
@pytest.mark.parametrize("part", [0.3, 0.7, 0.95])
def test_a_picture_that_stops_in_the_middle_is_damaged(tmp_path: Path, kind: str, part: float) -> None:
    whole = as_bytes(meadow(640, 480), kind)
    (tmp_path / "a").write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(PictureDamaged):
        render_picture(tmp_path / "a", tmp_path)


@pytest.mark.parametrize("progressive", [False, True])
def test_a_large_jpeg_that_stops_in_the_middle_is_damaged_though_it_is_decoded_small(
    tmp_path: Path, progressive: bool
) -> None:
    whole = as_bytes(meadow(4000, 3000), "JPEG", progressive=progressive)
    (tmp_path / "a").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(PictureDamaged):
        render_picture(tmp_path / "a", tmp_path)


def test_signatures_with_nonsense_behind_them_are_damaged(tmp_path: Path) -> None:
    signatures = (
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"RIFF\0\0\0\0WEBP",
        b"\0\0\0\x14ftypheic",
        b"\0\0\0\x14ftypavif",
    )
    for signature in signatures:
        (tmp_path / "a").write_bytes(signature + b"nonsense " * 30)
        with pytest.raises(PictureDamaged):
            render_picture(tmp_path / "a", tmp_path)


def _huge_webp() -> bytes:
    canvas = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + (7999).to_bytes(3, "little") * 2
    return b"RIFF" + struct.pack("<I", 4 + len(canvas)) + b"WEBP" + canvas


def _huge_gif() -> bytes:
    return (
        b"GIF89a" + struct.pack("<HH", 60000, 60000) + b"\0\0\0," + struct.pack("<4H", 0, 0, 60000, 60000) + b"\0\2\0;"
    )


def _huge_jpeg() -> bytes:
    small = as_bytes(Image.new("RGB", (8, 8)), "JPEG")
    frame = small.index(b"\xff\xc0")
    return small[: frame + 5] + struct.pack(">HH", 60000, 60000) + small[frame + 9 :]


@pytest.mark.parametrize("paint", [lambda: png_header(20000, 20000), _huge_webp, _huge_gif, _huge_jpeg])
def test_too_many_pixels_are_refused_by_the_header_alone(tmp_path: Path, paint: Callable[[], bytes]) -> None:
    (tmp_path / "a").write_bytes(paint())
    before = process_time()
    with pytest.raises(TooManyPixels) as refusal:
        render_picture(tmp_path / "a", tmp_path)
    assert process_time() - before < 0.5
    assert int(refusal.value.facts["megapixels"]) > int(refusal.value.facts["max_megapixels"])


def test_a_jpeg_of_six_hundred_scans_is_refused_without_decoding_it(tmp_path: Path) -> None:
    whole = as_bytes(meadow(640, 480), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    (tmp_path / "a").write_bytes(whole[:-2] + whole[last:-2] * 600 + b"\xff\xd9")
    with pytest.raises(PictureTooSlow):
        render_picture(tmp_path / "a", tmp_path)


def test_scan_markers_inside_a_thumbnail_or_behind_the_end_are_not_counted(tmp_path: Path) -> None:
    whole = as_bytes(meadow(64, 48), "JPEG", comment=b"\xff\xda" * 200)
    (tmp_path / "a").write_bytes(whole + b"\xff\xda" * 200)
    assert render_picture(tmp_path / "a", tmp_path).width == 64


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_of_three_hundred_frames_is_refused(tmp_path: Path, kind: str) -> None:
    frames = [Image.new("RGB", (8, 8), (number % 100 * 2, number // 100 * 99, 0)) for number in range(300)]
    (tmp_path / "a").write_bytes(as_bytes(frames[0], kind, save_all=True, append_images=frames[1:], lossless=True))
    with pytest.raises(PictureTooSlow):
        render_picture(tmp_path / "a", tmp_path)


@pytest.mark.parametrize(
    "bomb", [one for one in BOMBS if one.code in (TOO_MANY_PIXELS, TOO_SLOW)], ids=lambda one: one.name
)
def test_a_file_that_would_take_long_is_refused_before_anything_goes_through_it(tmp_path: Path, bomb: Bomb) -> None:
    """Without a worker's limits here: nothing but looking at the file ahead keeps this from taking a minute."""
    (tmp_path / "a").write_bytes(bomb.make())
    before = process_time()
    with pytest.raises(PictureTooSlow if bomb.code == TOO_SLOW else TooManyPixels):
        render_picture(tmp_path / "a", tmp_path)
    assert process_time() - before < 1


def test_the_more_pixels_a_jpeg_has_the_fewer_scans_it_may_have(tmp_path: Path) -> None:
    def with_scans(whole: bytes, count: int) -> bytes:
        return whole[:-2] + whole[whole.rindex(b"\xff\xda") : -2] * (count - 10) + b"\xff\xd9"

    small, large = (jpeg(size=size, progressive=True) for size in ((800, 600), (8000, 8000)))
    (tmp_path / "small").write_bytes(with_scans(small, 90))
    (tmp_path / "large").write_bytes(with_scans(large, 40))
    assert render_picture(tmp_path / "small", tmp_path).width == 800
    with pytest.raises(PictureTooSlow):
        render_picture(tmp_path / "large", tmp_path)


def test_the_deeper_a_png_s_pixels_the_fewer_it_may_have(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(png(size=(7500, 7500), depth=16, colour=6))
    with pytest.raises(TooManyPixels) as refusal:
        render_picture(tmp_path / "a", tmp_path)
    assert refusal.value.facts == {"megapixels": 57, "max_megapixels": 50}


def test_what_honest_cameras_and_programs_put_into_a_file_is_not_too_much(tmp_path: Path) -> None:
    filled = jpeg()[:2] + b"\xff" * 300 + jpeg()[2:]
    files = {
        "segments": with_segments(jpeg(), *[segment(0xE2, b"x" * 60_000)] * 700),
        "filling": filled,
        "chunks": png(*[chunk(b"teSt", b"x" * 8192)] * 6000),
        "profile": png(chunk(b"iCCP", b"press\0\0" + zeros(2_000_000))),
        "blocks": as_bytes(Image.effect_noise((2000, 2000), 90).convert("P"), "GIF"),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        assert render_picture(tmp_path / name, tmp_path).width > 0, name
