"""How many segments and scans a JPEG file has: with hundreds of scans it keeps a decoder busy for minutes."""

import re
from mmap import mmap

_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")  # neither a stuffed byte (00), a restart (d0–d7) nor filling (ff)
_SCAN = re.compile(rb"\xff\xda")  # an expression finds this twice as fast as `find` (measured)
_ALONE = (0x01, 0xD8)
_START_OF_SCAN = 0xDA
_END_OF_IMAGE = 0xD9
_FILLING = 0xFF
_MOST_MARKERS = 10_000


def has_more_segments_than(limit: int, jpeg: mmap) -> bool:
    """Whether more than `limit` segments stand before the first scan; a byte between two of them counts as one.

    Pillow goes through these one by one: millions take it a minute.
    """
    segments, at = 0, 2
    while segments <= limit and at + 3 < len(jpeg):
        segments += 1
        marker = jpeg[at + 1]
        if jpeg[at] != _FILLING or marker in (0, _FILLING):
            at += 1
        elif marker in (_START_OF_SCAN, _END_OF_IMAGE):
            break
        else:
            at += 2 if marker in _ALONE else 2 + max(2, int.from_bytes(jpeg[at + 2 : at + 4]))
    return segments > limit


def has_more_scans_than(limit: int, jpeg: mmap) -> bool:
    """Whether the picture (its thumbnails aside) has more than `limit` scans; ITU-T T.81, annex B.

    Inside coded data ff is always followed by 00 or a restart, so counting ff da can only count too many. So many
    markers that counting them would take long are too many scans as well.
    """
    if all(count < limit for count, _ in enumerate(_SCAN.finditer(jpeg))):
        return False
    scans, at, markers = 0, 2, _MOST_MARKERS
    while scans <= limit and markers and (found := _MARKER.search(jpeg, at)):
        at = found.end()
        marker = jpeg[at - 1]
        markers -= 1
        if marker == _END_OF_IMAGE:
            return False
        if marker not in _ALONE:
            at += max(2, int.from_bytes(jpeg[at : at + 2]))
            scans += marker == _START_OF_SCAN
    return scans > limit or not markers
