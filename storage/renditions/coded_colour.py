"""Colours that a file names by number instead of carrying a profile: AVIF and HEIC in `nclx`, PNG in `cICP`.

The numbers are those of ITU-T H.273. A profile is made for those that are not shown as sRGB anyway.
"""

import struct
from collections.abc import Callable
from functools import lru_cache
from math import exp

from storage.renditions.matrix_profile import Colourants, matrix_profile

HEAD_BYTES = 64 * 1024  # the description of a picture stands before its pixels

_MARKS = {"image/avif": (b"colrnclx", ">2H"), "image/heic": (b"colrnclx", ">2H"), "image/png": (b"cICP", ">2B")}

# Red, green and blue as XYZ, adapted to the D50 of profiles by the Bradford method.
_BT709: Colourants = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
_BT2020: Colourants = ((0.67346, 0.27904, -0.00193), (0.16566, 0.67534, 0.02998), (0.12505, 0.04561, 0.79686))
_P3: Colourants = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
_PRIMARIES = {9: _BT2020, 11: _P3, 12: _P3}
_WHITE = 203  # cd/m² of white paper in a picture with highlights above it: ITU-R BT.2408, table 1
_KNEE = 0.8


def coded_profile(content_type: str, head: bytes) -> bytes | None:
    """A profile for the colours that the first HEAD_BYTES name; None where they name none, or sRGB's."""
    mark, numbers = _MARKS.get(content_type, (b"", ""))
    at = head.find(mark) + len(mark)
    if at < len(mark) or not mark or at + struct.calcsize(numbers) > len(head):
        return None
    return _profile(*struct.unpack_from(numbers, head, at))


@lru_cache(maxsize=16)
def _profile(primaries: int, transfer: int) -> bytes | None:
    if primaries not in _PRIMARIES and transfer not in _LIGHT:
        return None
    return matrix_profile(_PRIMARIES.get(primaries, _BT709), _LIGHT.get(transfer, _srgb))


def _srgb(signal: float) -> float:
    return signal / 12.92 if signal <= 0.04045 else ((signal + 0.055) / 1.055) ** 2.4


def _pq(signal: float) -> float:
    """SMPTE ST 2084, which names light up to 10,000 cd/m²."""
    power = signal ** (1 / 78.84375)
    light = max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power)
    return _rolled_off(10_000 * light ** (1 / 0.1593017578125) / _WHITE)


def _hlg(signal: float) -> float:
    """ITU-R BT.2100, table 5, on a screen of 1,000 cd/m², whose gamma is 1.2."""
    scene = signal**2 / 3 if signal <= 0.5 else (exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12
    return _rolled_off(1_000 * scene**1.2 / _WHITE)


def _rolled_off(light: float) -> float:
    """What is brighter than paper leans on 1 instead of being cut off there."""
    return light if light <= _KNEE else 1 - (1 - _KNEE) * exp((_KNEE - light) / (1 - _KNEE))


# Of a screen, by the number of the transfer characteristic; every other one is shown as sRGB's, as browsers do.
_LIGHT: dict[int, Callable[[float], float]] = {
    4: lambda signal: signal**2.2,
    5: lambda signal: signal**2.8,
    8: lambda signal: signal,
    16: _pq,
    18: _hlg,
}
