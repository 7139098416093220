"""AVIF and HEIC files that lie about their size, repeat one tile without end, or go round in circles."""

import struct
from collections.abc import Callable
from functools import partial

from tests.hostile.bomb import DAMAGED, TOO_MANY_PIXELS, TOO_SLOW, Bomb
from tests.hostile.boxes import AVIF, HEIC, Item, box, coded, container, extent, grid

_TILE = (512, 512)


def _claims(content_type: str, *, claims: tuple[int, int], really: tuple[int, int] = (64, 64)) -> bytes:
    return container(content_type, coded(content_type, really, claims=claims))


def _tiles(content_type: str, *, rows: int, columns: int, claims: tuple[int, int]) -> bytes:
    """A grid whose every place is the same tile."""
    one = coded(content_type, _TILE, id=2)
    whole = Item(
        id=1,
        kind=b"grid",
        data=grid(rows, columns, *claims),
        properties=(extent(*claims),),
        made_of=(2,) * (rows * columns),
    )
    return container(content_type, whole, one)


def _circle(content_type: str) -> bytes:
    """Two grids that are each other's only tile."""
    size = (64, 64)
    items = [
        Item(id=a, kind=b"grid", data=grid(1, 1, *size), properties=(extent(*size),), made_of=(b,))
        for a, b in ((1, 2), (2, 1))
    ]
    return container(content_type, *items)


def _overlapping(content_type: str) -> bytes:
    """A picture whose data is 60,000 times the same megabyte."""
    honest = coded(content_type, (64, 64))
    item = Item(
        id=1, kind=honest.kind, data=honest.data + b"\0" * 1_000_000, properties=honest.properties, extents=60_000
    )
    return container(content_type, item)


def _nested(content_type: str) -> bytes:
    """Boxes in boxes, a hundred thousand deep."""
    depth = 100_000
    inner = b"".join(struct.pack(">I", (depth - level) * 8) + b"meta" for level in range(depth))
    return container(content_type, coded(content_type, (64, 64))) + inner


def _profile(content_type: str) -> bytes:
    honest = coded(content_type, (64, 64))
    profile = box(b"colr", b"prof", b"\xff" * 40_000_000)
    item = Item(id=1, kind=honest.kind, data=honest.data, properties=(*honest.properties, profile))
    return container(content_type, item)


def _empty_boxes(content_type: str) -> bytes:
    """Five million of them behind an honest picture."""
    return container(content_type, coded(content_type, (64, 64))) + box(b"free") * 5_000_000


def _empty_properties(content_type: str) -> bytes:
    """Three million of them among those of an honest picture."""
    honest = coded(content_type, (64, 64))
    properties = (*honest.properties, box(b"free") * 3_000_000)
    return container(content_type, Item(id=1, kind=honest.kind, data=honest.data, properties=properties))


# What it is, who writes it, and the reason as AVIF and as HEIC: one library believes what the other looks into.
_MAKERS: tuple[tuple[str, Callable[[str], bytes], str | None, str | None], ...] = (
    ("that claims 60,000 × 60,000", partial(_claims, claims=(60_000, 60_000)), DAMAGED, TOO_MANY_PIXELS),
    ("that claims 2³¹ × 2³¹", partial(_claims, claims=(2**31 - 1, 2**31 - 1)), DAMAGED, TOO_MANY_PIXELS),
    ("of 64 × 64 that claims 7,000 × 7,000", partial(_claims, claims=(7000, 7000)), None, DAMAGED),
    ("of 25 MP that claims 16 × 16", partial(_claims, claims=(16, 16), really=(5000, 5000)), None, DAMAGED),
    ("grid of 60,000 × 60,000", partial(_tiles, rows=118, columns=118, claims=(60_000, 60_000)), DAMAGED, DAMAGED),
    ("grid of 65,000 tiles for 64 × 64", partial(_tiles, rows=250, columns=250, claims=(64, 64)), DAMAGED, DAMAGED),
    ("grid of one tile again and again", partial(_tiles, rows=14, columns=14, claims=(7000, 7000)), DAMAGED, None),
    ("grids that are each other's tile", _circle, DAMAGED, DAMAGED),
    ("with 60,000 times the same megabyte", _overlapping, DAMAGED, DAMAGED),
    ("with boxes 100,000 deep", _nested, None, DAMAGED),
    ("with 5,000,000 empty boxes", _empty_boxes, TOO_SLOW, TOO_SLOW),
    ("with 3,000,000 empty properties", _empty_properties, TOO_SLOW, TOO_SLOW),
    ("with a profile of 40 MB", _profile, TOO_SLOW, TOO_SLOW),
)
CONTAINER_BOMBS = tuple(
    Bomb(name=f"{kind} {name}", content_type=content_type, make=partial(make, content_type), code=code)
    for name, make, *codes in _MAKERS
    for kind, content_type, code in zip(("AVIF", "HEIC"), (AVIF, HEIC), codes, strict=True)
)
