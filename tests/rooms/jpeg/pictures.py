"""The pictures of the coder's vectors, by name: generated, small, and of every kind that is not refused."""

from functools import cache
from io import BytesIO

from PIL import Image

from tests.rooms.jpeg.by_hand import Drawing, drawn, drawn_with_short_runs

_SAMPLINGS = {"444": 0, "422": 1, "420": 2}
_ODD = {
    "440": ((1, 2), (1, 1), (1, 1)),
    "411": ((4, 1), (1, 1), (1, 1)),
    "410": ((4, 2), (1, 1), (1, 1)),
    "mixed": ((2, 1), (1, 2), (1, 1)),
    "two": ((2, 2), (1, 1)),
    "four": ((2, 2), (1, 1), (1, 1), (2, 2)),
}


@cache
def pictures() -> dict[str, bytes]:
    """Each as the bytes of its file."""
    return {**_sampled(), **_of_colours(), **_sized(), **_by_hand(), **_with_more()}


def _painted(width: int, height: int) -> Image.Image:
    """Slopes, an edge and a texture, from whole numbers alone."""
    data = bytearray()
    for y in range(height):
        for x in range(width):
            texture = (x * x * 7 + y * y * 5 + x * y * 3) % 23
            edge = 90 if 3 * x > 2 * y + width else 0
            data += bytes((min(255, 4 * x + texture), min(255, 3 * y + edge), (edge + 2 * x + y) % 256))
    return Image.frombytes("RGB", (width, height), bytes(data))


def _saved(picture: Image.Image, **options: int) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", **options)
    return out.getvalue()


def _sampled() -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    for name, subsampling in _SAMPLINGS.items():
        made[name] = _saved(_painted(37, 29), quality=85, subsampling=subsampling)
        made[f"{name}-progressive"] = _saved(_painted(37, 29), quality=90, subsampling=subsampling, progressive=True)
        made[f"{name}-restart"] = _saved(_painted(37, 29), subsampling=subsampling, restart_marker_blocks=2)
    made["progressive-restart"] = _saved(_painted(45, 40), progressive=True, restart_marker_rows=1)
    return made


def _of_colours() -> dict[str, bytes]:
    return {
        f"{mode}{'-progressive' if progressive else ''}": _saved(
            _painted(52, 44).convert(mode), progressive=progressive
        )
        for mode in ("L", "CMYK")
        for progressive in (0, 1)
    }


def _sized() -> dict[str, bytes]:
    sizes = [(1, 1), (2, 1), (7, 5), (8, 8), (9, 3), (16, 16), (17, 1), (1, 17)]
    return {f"{width}x{height}": _saved(_painted(width, height), quality=95) for width, height in sizes}


def _by_hand() -> dict[str, bytes]:
    made = {name: drawn(Drawing(samplings=odd, size=(41, 35)), seed) for seed, (name, odd) in enumerate(_ODD.items())}
    usual = ((2, 2), (1, 1), (1, 1))
    made["apart"] = drawn(Drawing(samplings=usual, size=(41, 35), together=False), 7)
    made["apart-restart"] = drawn(Drawing(samplings=usual, size=(41, 35), together=False, restart=4), 8)
    made["short-runs"] = drawn_with_short_runs((120, 72), 11)
    made["zero-padding"] = drawn(Drawing(samplings=usual, size=(72, 48), pads=bytes(1)), 9)
    made["listed-padding"] = drawn(Drawing(samplings=usual, size=(60, 24), restart=1, pads=bytes(range(90, 110))), 10)
    return made


def _with_more() -> dict[str, bytes]:
    plain = _saved(_painted(30, 20))
    gain_map = _saved(_painted(20, 15))
    return {
        "tail": plain + b"what a camera wrote behind the end",
        "gain-map": plain + gain_map,
        "gain-map-later": plain + bytes(20) + gain_map + b"and more",
        "fill-bytes": plain[:2] + b"\xff\xff" + plain[2:-2] + b"\xff\xff\xff" + plain[-2:],
        "rubbish-before-the-end": plain[:-2] + b"\x00\x11\x22" + plain[-2:],
        "comment": plain[:2] + b"\xff\xfe\x00\x08quiet\x00" + plain[2:],
    }
