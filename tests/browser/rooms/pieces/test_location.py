"""Location out of pictures: it is found and removed in every kind known, and nothing else of the file moves."""

import base64
import io
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from PIL import Image

from tests.browser.rooms.pieces.conftest import Piece

WITHOUT = """
  const file = new File([binary(given[0])], "a.jpg", { type: "image/jpeg", lastModified: 5 });
  const edited = await m.withoutLocation(file);
  const says = [await m.saysWhere(file), await m.saysWhere(edited)];
  return [says, text(new Uint8Array(await edited.arrayBuffer())), [edited.name, edited.type, edited.lastModified]];
"""
GPS = 0x8825
PLACE = b"+47.3700+008.5500+411.000/"
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    b'exif:GPSLatitude="47,22.2N" exif:GPSLongitude=\'8,33.1E\' exif:FNumber="28/10">'
    b"<exif:GPSAltitude>4110/10</exif:GPSAltitude><dc:title>Lakeside</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def _exif(*, located: bool = True) -> Image.Exif:
    exif = Image.Exif()
    exif[0x10F] = "Kamra"
    exif[0x131] = "a program with a long name"
    exif.get_ifd(0x8769)[0x9003] = "2024:05:01 18:30:09"
    if located:
        exif.get_ifd(GPS).update({1: "N", 2: (47.0, 22.0, 11.5), 3: "E", 4: (8.0, 33.0, 6.25), 29: "2024:05:01"})
    return exif


def _saved(kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    Image.effect_mandelbrot((64, 48), (-2, -1.5, 1, 1.5), 60).convert("RGB").save(stream, kind, **options)
    return stream.getvalue()


def _heif(**options: Any) -> bytes:
    stream = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 48), (90, 40, 20))).save(stream, **options)
    return stream.getvalue()


def _png_chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _png_with(chunk: bytes) -> bytes:
    plain = _saved("PNG")
    return plain[:33] + chunk + plain[33:]  # behind IHDR


def _several() -> bytes:
    """A JPEG with another behind it, as cameras save a picture and its larger preview: both say where."""
    stream = io.BytesIO()
    images = [Image.new("RGB", (64, 48), colour) for colour in ("red", "blue")]
    images[0].encoderinfo = {}
    images[0].save(stream, "MPO", save_all=True, append_images=images[1:], exif=_exif().tobytes())
    return stream.getvalue()


KINDS: dict[str, Callable[[], bytes]] = {
    "jpeg": lambda: _saved("JPEG", exif=_exif()),
    "jpeg with xmp": lambda: _saved("JPEG", exif=_exif(), xmp=XMP),
    "jpeg with xmp alone": lambda: _saved("JPEG", xmp=XMP),
    "several in a jpeg": _several,
    "webp": lambda: _saved("WEBP", lossless=True, exif=_exif(), xmp=XMP),
    "png": lambda: _saved("PNG", exif=_exif()),
    "png with xmp": lambda: _png_with(_png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
    "tiff": lambda: _saved("TIFF", exif=_exif(), tiffinfo={700: XMP}),
    "heic": lambda: _heif(exif=_exif().tobytes(), xmp=XMP),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_the_location_is_gone_and_all_else_stays_where_it_was(piece: Piece, kind: str) -> None:
    before = KINDS[kind]()
    assert _says_where(before)
    says, after, facts = await _without(piece, before)
    assert says == [True, False]
    assert facts == ["a.jpg", "image/jpeg", 5]
    assert len(after) == len(before)
    assert not _says_where(after)
    assert _pixels(after) == _pixels(before)
    assert _other_facts(after) == _other_facts(before)
    away = sum(one != other for one, other in zip(before, after, strict=True))
    assert 0 < away < 700  # the location itself and the entries that moved up; not the picture


async def test_films_of_phones_forget_where_they_were_taken(piece: Piece) -> None:
    before = _box(b"ftyp", b"qt  ") + _box(b"mdat", bytes(70_000)) + _moov(PLACE, of_its_own=b"\xa9xyz")
    says, after, _ = await _without(piece, before)
    assert says == [True, False]
    nothing = bytes(len(PLACE))
    assert after == _box(b"ftyp", b"qt  ") + _box(b"mdat", bytes(70_000)) + _moov(nothing, of_its_own=b"free")


async def test_packed_chunks_of_png_go_as_a_whole_when_they_say_where(piece: Piece) -> None:
    packed = b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP)
    for chunk, is_located in (
        (_png_chunk(b"iTXt", packed), True),
        (_png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP.replace(b"GPS", b"ABC"))), False),
        (_png_chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(b"\nexif\n  9\n457869662588250400")), True),
    ):
        says, after, _ = await _without(piece, _png_with(chunk))
        assert says == [is_located, False]
        assert after == (_saved("PNG") if is_located else _png_with(chunk))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
async def test_a_picture_that_does_not_say_where_stays_the_same_file(piece: Piece, kind: str) -> None:
    before = _saved(kind, exif=_exif(located=False))
    says, after, _ = await _without(piece, before)
    assert says == [False, False]
    assert after == before


async def test_files_that_are_cut_or_wild_are_left_alone(piece: Piece) -> None:
    whole = [make() for make in KINDS.values()]
    cut = [one[: len(one) * part // 7] for one in whole for part in range(7)]
    loop = b"\xff\xd8\xff\xe1\x00\x20Exif\0\0MM\0*\0\0\0\x08\x00\x01\x88\x25\0\4\0\0\0\1\0\0\0\x08\0\0\0\x08\xff\xd9"
    found = await piece(
        "location",
        "return Promise.all(given[0].map((one) => m.saysWhere(new Blob([binary(one)]))));",
        [
            base64.b64encode(one).decode()
            for one in [*cut, loop, b"", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x08ftyp\0\0\0\0meta"]
        ],
    )
    assert set(found) <= {True, False}


async def test_a_thousand_are_counted_by_reading_a_little_of_each(piece: Piece) -> None:
    found = await piece(
        "location",
        """
        const [where, nowhere] = given.map((one) => new Blob([binary(one), new Uint8Array(3_000_000)]));
        let read = 0;
        const { slice } = Blob.prototype;
        Blob.prototype.slice = function (from, to) { read += to - from; return slice.call(this, from, to); };
        const chosen = Array.from({ length: 200 }, (_, at) => ({ file: at % 4 ? nowhere : where }));
        const count = await m.countLocated(chosen).finally(() => (Blob.prototype.slice = slice));
        return [count, read / 200];""",
        base64.b64encode(_saved("JPEG", exif=_exif())).decode(),
        base64.b64encode(_saved("JPEG")).decode(),
    )
    assert found[0] == 50
    assert found[1] <= 65_536


@pytest.mark.parametrize("name", ["8mp_iphone6_gps.jpg", "9mp_nokia_gps.jpg"])
async def test_photographs_from_phones_forget_where_they_were_taken(piece: Piece, name: str) -> None:
    photos = Path(os.environ.get("KAMRA_TEST_PHOTOS", "../shared/photos"))
    if not (photos / name).exists():
        pytest.skip("no photographs here; KAMRA_TEST_PHOTOS names their folder")
    before = (photos / name).read_bytes()
    says, after, _ = await _without(piece, before)
    assert says == [True, False]
    assert len(after) == len(before)
    assert not _says_where(after)
    assert _other_facts(after) == _other_facts(before)
    scan = before.rindex(b"\xff\xda")
    assert after[scan:] == before[scan:]


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + name + content


def _moov(place: bytes, *, of_its_own: bytes) -> bytes:
    """What a film of an iPhone, and of many other phones, has beside its tracks."""
    names = [b"com.apple.quicktime.make", b"com.apple.quicktime.location.ISO6709"]
    keys = _box(b"keys", struct.pack(">II", 0, len(names)) + b"".join(_box(b"mdta", name) for name in names))
    values = [b"Kamra", place]
    items = [
        _box(struct.pack(">I", number), _box(b"data", struct.pack(">II", 1, 0) + value))
        for number, value in enumerate(values, 1)
    ]
    meta = _box(b"meta", _box(b"hdlr", bytes(24)) + keys + _box(b"ilst", b"".join(items)))
    own = struct.pack(">HH", len(place), 0x15C7) + place if of_its_own != b"free" else bytes(4 + len(place))
    return _box(b"moov", _box(b"mvhd", bytes(100)) + meta + _box(b"udta", _box(of_its_own, own)))


async def _without(piece: Piece, content: bytes) -> tuple[list[bool], bytes, list[Any]]:
    says, after, facts = await piece("location", WITHOUT, base64.b64encode(content).decode())
    return says, base64.b64decode(after), facts


def _opened(content: bytes) -> Image.Image:
    if content[4:8] == b"ftyp":
        return pillow_heif.open_heif(io.BytesIO(content)).to_pillow()
    return Image.open(io.BytesIO(content))


def _says_where(content: bytes) -> bool:
    image = _opened(content)
    frames = range(getattr(image, "n_frames", 1))
    exifs = []
    for frame in frames:
        image.seek(frame)
        exifs.append(dict(image.getexif().get_ifd(GPS)))
    return any(exifs) or b"GPSL" in content or b"GPSA" in content


def _pixels(content: bytes) -> bytes:
    return _opened(content).tobytes()


def _other_facts(content: bytes) -> dict[Any, Any]:
    exif = _opened(content).getexif()
    whole = {**exif, **exif.get_ifd(0x8769)}
    return {tag: value for tag, value in whole.items() if tag not in {GPS, 0x2BC}}
