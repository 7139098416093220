"""What of an original's description its copies carry: nothing, whose picture it is, or all that still holds."""

import re
from typing import Any

from PIL import Image
from PIL.ExifTags import IFD, Base

from domain.media.compressions.recipe import MetadataKept
from domain.media.rendering import PictureUnreadable
from storage.renditions.refusals import refusals

_OWNERSHIP = (Base.Artist, Base.Copyright)
# What a copy makes untrue, or what shows more than the copy does: its turn and size, pictures inside, and the maker's
# notes, which hold previews too and point to places that are others in the copy.
_DETAILS_LEFT = (Base.MakerNote, Base.ExifImageWidth, Base.ExifImageHeight)
_LEFT = (Base.Orientation, Base.ImageWidth, Base.ImageLength)
_XMP_PICTURES = (b"xmpGImg", b"Thumbnails")
_XMP_TURN = re.compile(rb"""(tiff:Orientation(?:=["']|>))[2-8]""")
_MAX_BYTES = 256 * 1024


def kept_exif(block: object, kept: MetadataKept) -> bytes:
    """The EXIF that a copy gets, of a source's; none where that is broken."""
    if kept is MetadataKept.NONE or not isinstance(block, bytes) or len(block) > _MAX_BYTES:
        return b""
    try:
        with refusals():
            return _whose(block) if kept is MetadataKept.COPYRIGHT else _all(block)
    except PictureUnreadable:
        return b""


def kept_xmp(block: object, kept: MetadataKept) -> bytes:
    """The XMP that a copy gets: the source's, upright, where it has no pictures in it."""
    if kept is not MetadataKept.ALL or not isinstance(block, bytes) or len(block) > _MAX_BYTES:
        return b""
    return b"" if any(mark in block for mark in _XMP_PICTURES) else _XMP_TURN.sub(rb"\g<1>1", block)


def _whose(block: bytes) -> bytes:
    found, whose = _read(block), Image.Exif()
    for tag in _OWNERSHIP:
        if tag in found:
            whose[tag] = found[tag]
    return whose.tobytes() if len(whose) else b""


def _all(block: bytes) -> bytes:
    found, everything = _read(block), Image.Exif()
    for tag, value in found.items():
        if tag not in (*_LEFT, IFD.Exif, IFD.GPSInfo):
            everything[tag] = value
    for part in (IFD.Exif, IFD.GPSInfo):
        described: dict[int, Any] = found.get_ifd(part)
        everything.get_ifd(part).update({tag: value for tag, value in described.items() if tag not in _DETAILS_LEFT})
    return everything.tobytes()


def _read(block: bytes) -> Image.Exif:
    exif = Image.Exif()
    exif.load(block)
    return exif
