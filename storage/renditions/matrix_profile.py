"""A smallest ICC profile of a screen: three colourants and one curve (ICC.1:2001-04)."""

import struct
from collections.abc import Callable
from typing import TypeAlias

XYZ: TypeAlias = tuple[float, float, float]
Colourants: TypeAlias = tuple[XYZ, XYZ, XYZ]

_D50 = (0.9642, 1.0, 0.8249)
_STEPS = 1024
_HEAD_BYTES = 128


def matrix_profile(colourants: Colourants, light: Callable[[float], float]) -> bytes:
    """A profile whose `light` turns a signal into light, both from 0 to 1; colourants in XYZ under D50."""
    values = (round(65535 * light(step / (_STEPS - 1))) for step in range(_STEPS))
    curve = b"curv" + struct.pack(f">II{_STEPS}H", 0, _STEPS, *values)
    tags = {
        "desc": b"desc" + struct.pack(">II", 0, 6) + b"coded\0" + bytes(78),
        "cprt": b"text" + bytes(4) + b"none\0",
        "wtpt": _xyz(_D50),
        **{name: _xyz(colourant) for name, colourant in zip(("rXYZ", "gXYZ", "bXYZ"), colourants, strict=True)},
        **dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve),
    }
    return _with_head(_table(tags))


def _table(tags: dict[str, bytes]) -> bytes:
    """Where each tag lies, then the tags; the same data is there once."""
    at = _HEAD_BYTES + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for data in tags.values():
        if data not in places:
            places[data] = at
            at += len(data) + -len(data) % 4
    table = b"".join(struct.pack(">4sII", name.encode(), places[data], len(data)) for name, data in tags.items())
    return struct.pack(">I", len(tags)) + table + b"".join(data + bytes(-len(data) % 4) for data in places)


def _with_head(rest: bytes) -> bytes:
    size = _HEAD_BYTES + len(rest)
    head = struct.pack(">I4sI4s4s4s", size, b"", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2024, 1, 1, 0, 0, 0, b"acsp") + bytes(28) + _xyz(_D50)[8:]
    return head.ljust(_HEAD_BYTES, b"\0") + rest


def _xyz(values: XYZ) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))
