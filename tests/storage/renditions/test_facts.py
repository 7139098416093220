"""What is read from a picture's metadata, and that none of it reaches a rendition."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import IFDRational

from domain.media.rendering import CameraFacts
from storage.renditions.picture import render_picture
from tests.storage.renditions.painting import meadow, saved

_SECRETS = (b"Alice", b"SN-4711", b"Kodak", b"xpacket", b"GPS", b"Exif", b"ICC_PROFILE", b"a remark")


def _exif(**gps: object) -> Image.Exif:
    exif = Image.Exif()
    exif[Base.Make] = "Kodak\0"
    exif[Base.Model] = "Retina"
    exif[Base.Artist] = "Alice"
    shot = exif.get_ifd(IFD.Exif)
    shot[Base.DateTimeOriginal] = "2024:06:01 12:30:00"
    shot[Base.OffsetTimeOriginal] = "+02:00"
    shot[Base.BodySerialNumber] = "SN-4711"
    shot[Base.LensModel] = "Xenar 50"
    shot[Base.ExposureTime] = IFDRational(1, 250)
    shot[Base.FNumber] = IFDRational(28, 10)
    shot[Base.ISOSpeedRatings] = 200
    shot[Base.FocalLength] = IFDRational(50, 1)
    place = exif.get_ifd(IFD.GPSInfo)
    for name, value in gps.items():
        place[GPS[name]] = value
    return exif


_ZURICH = {
    "GPSLatitudeRef": "N",
    "GPSLatitude": (47.0, 22.0, 3.0),
    "GPSLongitudeRef": "E",
    "GPSLongitude": (8.0, 32.0, 1.0),
}


@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "avif", "heic"])
def test_the_cameras_facts_are_read_from_every_kind_that_has_them(tmp_path: Path, kind: str) -> None:
    rendered = render_picture(saved(meadow(64, 48), tmp_path / f"a.{kind}", exif=_exif(**_ZURICH)), tmp_path)
    assert rendered.taken_at == datetime(2024, 6, 1, 10, 30, tzinfo=UTC)
    assert rendered.has_location
    assert rendered.camera == CameraFacts(
        make="Kodak",
        model="Retina",
        lens="Xenar 50",
        exposure_seconds=0.004,
        f_number=2.8,
        iso=200,
        focal_length_mm=50.0,
    )


def test_no_rendition_carries_any_metadata(tmp_path: Path) -> None:
    source = saved(
        meadow(3000, 2000),
        tmp_path / "a.jpg",
        exif=_exif(**_ZURICH),
        xmp=b"<?xpacket begin=''?><x:xmpmeta>Alice</x:xmpmeta>",
        comment="a remark",
        dpi=(300, 300),
    )
    for file in render_picture(source, tmp_path).files:
        data = file.path.read_bytes()
        assert not [secret for secret in _SECRETS if secret in data]
        with Image.open(file.path) as picture:
            assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    "gps",
    [
        {},
        {"GPSVersionID": b"\2\3\0\0"},
        {"GPSLatitude": (0.0, 0.0, 0.0), "GPSLongitude": (0.0, 0.0, 0.0)},
        {"GPSLatitude": (IFDRational(0, 0),) * 3, "GPSLongitude": (IFDRational(0, 0),) * 3},
        {"GPSLatitude": (47.0, 22.0, 3.0)},
    ],
)
def test_a_camera_without_a_fix_gives_no_location(tmp_path: Path, gps: dict[str, object]) -> None:
    assert not render_picture(saved(meadow(64, 48), tmp_path / "a.jpg", exif=_exif(**gps)), tmp_path).has_location


def test_a_place_that_only_an_editor_wrote_counts_too(tmp_path: Path) -> None:
    xmp = b"<x:xmpmeta exif:GPSLatitude='47,22.0N' exif:GPSLongitude='8,32.0E'/>"
    assert render_picture(saved(meadow(64, 48), tmp_path / "a.jpg", xmp=xmp), tmp_path).has_location


@pytest.mark.parametrize(
    ("written", "offset", "taken_at"),
    [
        ("2024:06:01 12:30:00", None, datetime(2024, 6, 1, 12, 30, tzinfo=UTC)),
        ("2024:06:01 12:30:00", "nonsense", datetime(2024, 6, 1, 12, 30, tzinfo=UTC)),
        ("2024:06:01 12:30:00", "-05:30", datetime(2024, 6, 1, 18, 0, tzinfo=UTC)),
        ("0000:00:00 00:00:00", None, None),
        ("    :  :     :  :  ", None, None),
        ("0001:01:01 00:00:00", "+14:00", None),
    ],
)
def test_the_time_is_read_as_written_and_nonsense_is_none(
    tmp_path: Path, written: str, offset: str | None, taken_at: datetime | None
) -> None:
    exif = Image.Exif()
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = written
    if offset:
        exif.get_ifd(IFD.Exif)[Base.OffsetTimeOriginal] = offset
    assert render_picture(saved(meadow(64, 48), tmp_path / "a.jpg", exif=exif), tmp_path).taken_at == taken_at


def test_broken_metadata_harms_the_picture_in_no_way(tmp_path: Path) -> None:
    rendered = render_picture(
        saved(meadow(64, 48), tmp_path / "a.jpg", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"), tmp_path
    )
    assert rendered.camera == CameraFacts()
    assert len(rendered.files) == 1


def test_words_in_a_png_that_pose_as_metadata_are_only_words(tmp_path: Path) -> None:
    words = PngInfo()
    for key in ("exif", "icc_profile", "progressive", "orientation"):
        words.add_text(key, "a remark")
    source = saved(meadow(64, 48), tmp_path / "a.png", pnginfo=words)
    assert render_picture(source, tmp_path).camera == CameraFacts()
