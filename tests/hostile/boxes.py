"""Writes AVIF and HEIC containers box by box (ISO/IEC 14496-12 and 23008-12), whatever they then say of themselves."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from tests.hostile.bomb import encoded

AVIF, HEIC = "image/avif", "image/heic"
_BRANDS = {AVIF: b"avif", HEIC: b"heic"}
_CODED = {AVIF: b"av01", HEIC: b"hvc1"}
_DECODER = {AVIF: b"av1C", HEIC: b"hvcC"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """`properties` are whole boxes; `made_of` are the ids of the items it is put together from."""

    id: int
    kind: bytes
    data: bytes
    properties: Sequence[bytes] = ()
    made_of: Sequence[int] = ()
    extents: int = 1


def box(kind: bytes, *content: bytes) -> bytes:
    """One box."""
    body = b"".join(content)
    return struct.pack(">I", len(body) + 8) + kind + body


def full_box(kind: bytes, *content: bytes, version: int = 0, flags: int = 0) -> bytes:
    """One box with a version and flags."""
    return box(kind, struct.pack(">I", version << 24 | flags), *content)


def extent(width: int, height: int) -> bytes:
    """The property that says how large an item is."""
    return full_box(b"ispe", struct.pack(">II", width, height))


def grid(rows: int, columns: int, width: int, height: int) -> bytes:
    """The data of an item that is put together from a grid of others."""
    return struct.pack(">BBBBII", 0, 1, rows - 1, columns - 1, width, height)


def coded(content_type: str, size: tuple[int, int], *, id: int = 1, claims: tuple[int, int] | None = None) -> Item:
    """A really encoded picture as an item, which may claim another size."""
    options = {"speed": 10} if content_type == AVIF else {"enc_params": {"preset": "ultrafast"}}
    whole = encoded(Image.new("RGB", size, (200, 30, 30)), "AVIF" if content_type == AVIF else "HEIF", **options)
    at = whole.index(_DECODER[content_type]) - 4
    decoder = whole[at : at + int.from_bytes(whole[at : at + 4])]
    data = whole[whole.rindex(b"mdat") + 4 :]
    return Item(id=id, kind=_CODED[content_type], data=data, properties=(extent(*(claims or size)), decoder))


def container(content_type: str, *items: Item) -> bytes:
    """A file of these items, of which the first is the one to show."""
    brand = _BRANDS[content_type]
    head = box(b"ftyp", brand, b"\0\0\0\0", brand, b"mif1", b"miaf")
    meta = _meta(items, 0)
    meta = _meta(items, len(head) + len(meta) + 8)
    return head + meta + box(b"mdat", *(item.data for item in items))


def _meta(items: Sequence[Item], data_at: int) -> bytes:
    properties = [one for item in items for one in item.properties]
    return full_box(
        b"meta",
        full_box(b"hdlr", b"\0\0\0\0pict" + b"\0" * 13),
        full_box(b"pitm", struct.pack(">H", items[0].id)),
        _locations(items, data_at),
        full_box(b"iinf", struct.pack(">H", len(items)), *(_entry(item) for item in items)),
        *([full_box(b"iref", *(_reference(item) for item in items if item.made_of))] if _refers(items) else []),
        box(b"iprp", box(b"ipco", *properties), _associations(items)),
    )


def _refers(items: Sequence[Item]) -> bool:
    return any(item.made_of for item in items)


def _entry(item: Item) -> bytes:
    return full_box(b"infe", struct.pack(">HH", item.id, 0), item.kind, b"\0", version=2)


def _reference(item: Item) -> bytes:
    return box(b"dimg", struct.pack(f">HH{len(item.made_of)}H", item.id, len(item.made_of), *item.made_of))


def _locations(items: Sequence[Item], at: int) -> bytes:
    table = b""
    for item in items:
        table += struct.pack(">HHH", item.id, 0, item.extents) + struct.pack(">II", at, len(item.data)) * item.extents
        at += len(item.data)
    return full_box(b"iloc", b"\x44\0", struct.pack(">H", len(items)), table)


def _associations(items: Sequence[Item]) -> bytes:
    table, number = b"", 0
    for item in items:
        table += struct.pack(">HB", item.id, len(item.properties))
        for _ in item.properties:
            number += 1
            table += bytes((0x80 | number,))
    return full_box(b"ipma", struct.pack(">I", len(items)), table)
