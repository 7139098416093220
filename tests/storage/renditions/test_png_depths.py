"""PNGs of sixteen bits a colour, of few colours, and of colours that are half clear."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from storage.renditions.picture import render_picture
from tests.storage.renditions.painting import colour_at, is_near, saved

_GREY, _RGB, _GREY_CLEAR, _RGB_CLEAR = 0, 2, 4, 6


def _deep_png(path: Path, kind: int, *samples: int) -> Path:
    """One colour of sixteen bits a sample; Pillow itself writes these for grey only."""
    width, height = 64, 48
    rows = (b"\0" + struct.pack(f">{len(samples)}H", *samples) * width) * height
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    body = b"".join(struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    return path


@pytest.mark.parametrize(
    ("kind", "samples", "seen"),
    [
        (_GREY, (0x6000,), (96, 96, 96)),
        (_RGB, (0xFFFF, 0x8000, 0x2000), (255, 128, 32)),
        (_GREY_CLEAR, (0x4000, 0xFFFF), (64, 64, 64)),
        (_GREY_CLEAR, (0x4000, 0), (255, 255, 255)),
        (_RGB_CLEAR, (0xFFFF, 0x8000, 0x2000, 0xFFFF), (255, 128, 32)),
        (_RGB_CLEAR, (0xFFFF, 0x8000, 0x2000, 0), (255, 255, 255)),
    ],
)
def test_sixteen_bits_show_their_upper_eight(
    tmp_path: Path, kind: int, samples: tuple[int, ...], seen: tuple[int, int, int]
) -> None:
    rendered = render_picture(_deep_png(tmp_path / "a.png", kind, *samples), tmp_path)
    assert is_near(colour_at(rendered.files[0].path, 0.5, 0.5), seen, 4)


def test_half_clear_colours_are_mixed_with_white(tmp_path: Path) -> None:
    for name in ("a.png", "a.webp"):
        source = saved(Image.new("RGBA", (64, 48), (0, 100, 200, 128)), tmp_path / name, lossless=True)
        assert is_near(colour_at(render_picture(source, tmp_path).files[0].path, 0.5, 0.5), (127, 177, 227), 4)


def test_a_palette_whose_colours_are_half_clear_is_mixed_with_white(tmp_path: Path) -> None:
    palette = Image.new("P", (64, 48), 1)
    palette.putpalette([0, 0, 0, 0, 100, 200])
    source = saved(palette, tmp_path / "a.png", transparency=bytes((255, 128)))
    assert is_near(colour_at(render_picture(source, tmp_path).files[0].path, 0.5, 0.5), (127, 177, 227), 4)


@pytest.mark.parametrize("bits", [1, 2, 4])
def test_few_colours_in_few_bits_are_the_ones_of_the_palette(tmp_path: Path, bits: int) -> None:
    palette = Image.new("P", (64, 48), 1)
    palette.putpalette([255, 255, 255, 180, 30, 60])
    source = saved(palette, tmp_path / "a.png", bits=bits)
    assert is_near(colour_at(render_picture(source, tmp_path).files[0].path, 0.5, 0.5), (180, 30, 60), 5)
