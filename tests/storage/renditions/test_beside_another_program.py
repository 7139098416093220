"""Renditions stand upright and in right colours beside what libvips makes of the same originals (C23)."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from PIL import Image

from storage.renditions.picture import render_picture
from tests.painted import painted
from tests.storage.renditions.looking_alike import mean_delta_e, on_white

pillow_heif.register_heif_opener()

_LONGEST = 640
_FOLDER = Path(os.environ.get("KAMRA_TEST_PHOTOS", Path(__file__).parents[3] / "../shared/photos"))
_PHOTOGRAPHS = sorted(path for path in _FOLDER.glob("*") if path.suffix in {".jpg", ".png", ".heic", ".avif"})
_SMALLER = 8
_UPRIGHT, _LAST_ORIENTATION = 1, 8

pytestmark = pytest.mark.skipif(
    shutil.which("vipsthumbnail") is None, reason="libvips is not on this machine (apt install libvips-tools)"
)


def _vips(*words: str | Path) -> None:
    told = subprocess.run([*words], capture_output=True, text=True, check=False)
    if "no decoder" in told.stderr.lower() or "unsupported" in told.stderr.lower():
        pytest.skip(f"libvips cannot read this kind here: {told.stderr.splitlines()[-1]}")
    assert told.returncode == 0, told.stderr


def _reference(original: Path, into: Path) -> Image.Image:
    """Upright, in sRGB by its profile, its longest side as ours."""
    path = into / "reference.png"
    has_ink = "CMYK" in _header(original, "interpretation").upper()
    # Only with a profile: one that vipsthumbnail had to guess would shift the colours.
    export = ("--export-profile", "srgb") if _header(original, "icc-profile-data") and not has_ink else ()
    source = _ink_as_light(original, into / "light.v") if has_ink else original
    _vips("vipsthumbnail", source, "--size", f"{_LONGEST}x{_LONGEST}>", *export, "--output", path)
    return on_white(path)


def _header(original: Path, field: str) -> str:
    """A field of the picture's header, empty where it has none."""
    told = subprocess.run(["vipsheader", "-f", field, original], capture_output=True, text=True, check=False)
    return told.stdout.strip()


def _ink_as_light(original: Path, path: Path) -> Path:
    """In sRGB, as photo programs do it: black ink is black on a screen; vipsthumbnail leaves it grey."""
    _vips("vips", "icc_transform", original, path, "srgb", "--embedded", "--black-point-compensation")
    return path


def _beside(original: Path, into: Path) -> float:
    """The mean distance of our rendition's colours from the reference's, once they are seen to be of the same size.

    Of 80 pixels, because a JPEG gives fine detail away: at full size libvips's own JPEG of quality 80 is 2 to 5 away
    from its own PNG, on the very photographs where ours is.
    """
    files = render_picture(original, into).files
    ours = on_white(next((file.path for file in files if max(file.width, file.height) == _LONGEST), files[0].path))
    theirs = _reference(original, into)
    assert abs(ours.width - theirs.width) <= 1
    assert abs(ours.height - theirs.height) <= 1
    return mean_delta_e(ours.reduce(_SMALLER), theirs.reduce(_SMALLER))


def _saved(picture: Image.Image, path: Path, **options: Any) -> Path:
    picture.save(path, **options)
    return path


def _by_vips(operation: str, name: str, *options: str) -> Callable[[Path], Path]:
    """An original that libvips wrote: in a colour space or of a depth that Pillow does not write."""

    def make(folder: Path) -> Path:
        source = _saved(painted(900, 600), folder / "source.png")
        _vips("vips", operation, source, folder / name, *options)
        return folder / name

    return make


def _by_pillow(name: str, mode: str = "RGB", **options: Any) -> Callable[[Path], Path]:
    return lambda folder: _saved(painted(900, 600).convert(mode), folder / name, **options)


def _clear_palette(folder: Path) -> Path:
    clear = painted(900, 600).convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    return _saved(clear.quantize(128), folder / "a.png")


_ORIGINALS: dict[str, Callable[[Path], Path]] = {
    "JPEG": _by_pillow("a.jpg", quality=92),
    "progressive JPEG": _by_pillow("a.jpg", quality=92, progressive=True),
    "grey JPEG": _by_pillow("a.jpg", "L", quality=92),
    "JPEG in Display P3": _by_vips("icc_export", "a.jpg", "--output-profile", "p3"),
    "JPEG in ink with a profile": _by_vips("icc_export", "a.jpg", "--output-profile", "cmyk"),
    "PNG": _by_pillow("a.png"),
    "PNG in Display P3": _by_vips("icc_export", "a.png", "--output-profile", "p3"),
    "PNG with 16 bits": _by_vips("colourspace", "a.png", "rgb16"),
    "grey PNG with 16 bits": _by_vips("colourspace", "a.png", "grey16"),
    "PNG with a palette and clear places": _clear_palette,
    "WebP": _by_pillow("a.webp", quality=92),
    "WebP in Display P3": _by_vips("icc_export", "a.webp", "--output-profile", "p3"),
    "GIF": _by_pillow("a.gif"),
    "AVIF": _by_pillow("a.avif", quality=90, speed=9),
    "HEIC": _by_pillow("a.heic", quality=90),
}


@pytest.mark.parametrize("original", _ORIGINALS)
def test_every_kind_of_picture_looks_as_libvips_shows_it(tmp_path: Path, original: str) -> None:
    assert _beside(_ORIGINALS[original](tmp_path), tmp_path) <= 2


@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "avif", "heic"])
@pytest.mark.parametrize("orientation", range(_UPRIGHT, _LAST_ORIENTATION + 1))
def test_all_orientations_stand_as_libvips_stands_them(tmp_path: Path, kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert _beside(_saved(painted(700, 500), tmp_path / f"a.{kind}", exif=exif), tmp_path) <= 2


@pytest.mark.skipif(not _PHOTOGRAPHS, reason="no photographs here (KAMRA_TEST_PHOTOS names a folder)")
@pytest.mark.parametrize("photograph", _PHOTOGRAPHS, ids=lambda path: path.name)
def test_every_photograph_looks_as_libvips_shows_it(tmp_path: Path, photograph: Path) -> None:
    assert _beside(photograph, tmp_path) <= 2
