"""What a copy says beside its pixels: nothing, whose it is, or all that still holds."""

from pathlib import Path

import pytest
from PIL import Image

from domain.media.compressions.recipe import Format, MetadataKept, Recipe
from storage.renditions.compress import compress_picture
from storage.renditions.last_prepared import LastPrepared
from tests.painted import exif
from tests.storage.renditions.painting import meadow, saved

_XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:Description tiff:Orientation='6' dc:creator='Anna'/></x:xmpmeta>"
_ORIENTATION, _ARTIST, _COPYRIGHT, _MODEL = 0x0112, 0x013B, 0x8298, 0x0110
_DETAILS, _PLACE, _MAKER_NOTE = 0x8769, 0x8825, 0x927C


@pytest.fixture
def source(tmp_path: Path) -> Path:
    found = exif(latitude=47.0)
    found[_ORIENTATION], found[_ARTIST], found[_COPYRIGHT] = 6, "Anna", "Anna 2024"
    found.get_ifd(_DETAILS).update({_MAKER_NOTE: b"a preview of the whole picture", 0xA434: "A lens", 0xA002: 300})
    return saved(meadow(300, 200), tmp_path / "a.jpg", exif=found, xmp=_XMP, comment=b"remember", dpi=(300, 300))


def _copy(source: Path, kind: Format, metadata: MetadataKept) -> tuple[Image.Exif, bytes]:
    made = compress_picture(source, Recipe(format=kind, metadata=metadata), source.parent, LastPrepared())
    assert (made.width, made.height) == (200, 300)
    with Image.open(made.path) as copy:
        copy.load()
        return copy.getexif(), made.path.read_bytes()


@pytest.mark.parametrize("kind", list(Format))
def test_nothing_at_all_is_said_unless_it_is_asked_for(source: Path, kind: Format) -> None:
    """D38."""
    found, data = _copy(source, kind, MetadataKept.NONE)
    assert not found
    for trace in (b"Anna", b"Exif", b"xmpmeta", b"remember", b"Kamra", b"preview"):
        assert trace not in data


@pytest.mark.parametrize("kind", list(Format))
def test_whose_it_is_can_be_kept_without_where_it_was_taken(source: Path, kind: Format) -> None:
    found, data = _copy(source, kind, MetadataKept.COPYRIGHT)
    assert dict(found) == {_ARTIST: "Anna", _COPYRIGHT: "Anna 2024"}
    for trace in (b"xmpmeta", b"Kamra", b"preview", b"lens"):
        assert trace not in data


@pytest.mark.parametrize("kind", list(Format))
def test_all_that_still_holds_can_be_kept(source: Path, kind: Format) -> None:
    found, data = _copy(source, kind, MetadataKept.ALL)
    assert (found[_ARTIST], found[_MODEL]) == ("Anna", "Box")
    assert _ORIENTATION not in found  # it stands upright already
    assert found.get_ifd(_PLACE)[2] == (47.0, 0.0, 0.0)
    assert found.get_ifd(_DETAILS) == {0xA434: "A lens"}
    assert b"tiff:Orientation='1'" in data
    assert b"preview" not in data


@pytest.mark.parametrize("metadata", [MetadataKept.COPYRIGHT, MetadataKept.ALL])
def test_a_broken_description_harms_nothing(tmp_path: Path, metadata: MetadataKept) -> None:
    broken = b"Exif\0\0II*\0\xff\xff\xff\xff" + bytes(range(256))
    source = saved(meadow(300, 200), tmp_path / "a.jpg", exif=broken, xmp=b"<xmp:Thumbnails/>")
    for kind in Format:
        made = compress_picture(source, Recipe(format=kind, metadata=metadata), tmp_path, LastPrepared())
        assert b"Thumbnails" not in made.path.read_bytes()
