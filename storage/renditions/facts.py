"""What the camera wrote beside the picture: when, where (only whether), with what, and which way is up."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import isfinite
from numbers import Real
from typing import Any

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from domain.media.rendering import CameraFacts, PictureUnreadable
from storage.renditions.refusals import refusals

_UPRIGHT = 1
_TEXT_LENGTH = 100
_UNKNOWN_CAMERA = CameraFacts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """`orientation` is EXIF's, 1 to 8; the rest as in Rendered."""

    orientation: int = _UPRIGHT
    taken_at: datetime | None = None
    has_location: bool = False
    camera: CameraFacts = _UNKNOWN_CAMERA


def facts_of(picture: Image.Image) -> Facts:
    """The facts in the picture's EXIF and XMP; what is missing or broken there harms nothing else."""
    mentioned = _xmp_has_place(picture.info.get("xmp"))
    block = picture.info.get("exif")
    if not isinstance(block, bytes):
        return Facts(has_location=mentioned)
    try:
        with refusals():
            return _read(block, mentioned)
    except PictureUnreadable:
        return Facts(has_location=mentioned)


def _read(block: bytes, mentioned: bool) -> Facts:
    exif = Image.Exif()
    exif.load(block)
    shot: dict[int, Any] = exif.get_ifd(IFD.Exif)
    orientation: Any = exif.get(Base.Orientation)
    return Facts(
        orientation=orientation if orientation in range(1, 9) else _UPRIGHT,
        taken_at=_taken_at(shot),
        has_location=mentioned or _has_place(exif.get_ifd(IFD.GPSInfo)),
        camera=CameraFacts(
            make=_text(exif.get(Base.Make)),
            model=_text(exif.get(Base.Model)),
            lens=_text(shot.get(Base.LensModel)),
            exposure_seconds=_number(shot.get(Base.ExposureTime)),
            f_number=_number(shot.get(Base.FNumber)),
            iso=_whole(shot.get(Base.ISOSpeedRatings)),
            focal_length_mm=_number(shot.get(Base.FocalLength)),
        ),
    )


def _taken_at(shot: dict[int, Any]) -> datetime | None:
    for time_tag, offset_tag in (
        (Base.DateTimeOriginal, Base.OffsetTimeOriginal),
        (Base.DateTimeDigitized, Base.OffsetTimeDigitized),
    ):
        written = _text(shot.get(time_tag))
        if written:
            try:
                wall = datetime.strptime(written[:19], "%Y:%m:%d %H:%M:%S").replace(tzinfo=UTC)
                return wall - _offset(_text(shot.get(offset_tag)) or _text(shot.get(Base.OffsetTime)))
            except (ValueError, OverflowError):
                continue
    return None


def _offset(written: str | None) -> timedelta:
    """`+02:00` as a duration; nothing where the camera wrote none, or nonsense."""
    try:
        zone = datetime.strptime(written or "+00:00", "%z").tzinfo
    except ValueError:
        zone = None
    return (zone or UTC).utcoffset(None) or timedelta()


def _has_place(gps: dict[int, Any]) -> bool:
    """Whether latitude and longitude are numbers; cameras without a fix write zeros or 0/0."""
    numbers = [float(part) for tag in (GPS.GPSLatitude, GPS.GPSLongitude) for part in gps.get(tag) or (float("nan"),)]
    return all(map(isfinite, numbers)) and any(numbers)


def _xmp_has_place(xmp: object) -> bool:
    return isinstance(xmp, bytes) and b"GPSLatitude" in xmp and b"GPSLongitude" in xmp


def _text(value: object) -> str | None:
    text = value.decode("ascii", "ignore") if isinstance(value, bytes) else value if isinstance(value, str) else ""
    return "".join(filter(str.isprintable, text)).strip()[:_TEXT_LENGTH] or None


def _number(value: Any) -> float | None:
    number = float(value) if isinstance(value, Real) else 0.0  # a list of numbers, as damaged files have it, is none
    return number if isfinite(number) and number > 0 else None


def _whole(value: Any) -> int | None:
    first = value[0] if isinstance(value, tuple) and value else value
    return first if isinstance(first, int) and first > 0 else None
