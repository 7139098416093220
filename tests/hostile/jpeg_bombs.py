"""JPEG files whose scans, segments or side data never end."""

import struct
from functools import partial

from PIL import Image

from tests.hostile.bomb import TOO_MANY_PIXELS, TOO_SLOW, Bomb, encoded

_SCAN = b"\xff\xda"
_END = b"\xff\xd9"
_SEGMENT_MOST = 65_533


def segment(marker: int, data: bytes) -> bytes:
    """One segment (ITU-T T.81, B.1.1.4)."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def jpeg(*, size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    """A real one in one colour."""
    return encoded(Image.new("RGB", size, (200, 30, 30)), "JPEG", **options)


def with_segments(whole: bytes, *segments: bytes) -> bytes:
    """The file with these segments before all others."""
    return whole[:2] + b"".join(segments) + whole[2:]


def with_size(whole: bytes, width: int, height: int) -> bytes:
    """The file with another size in its frame header, and nothing more behind it."""
    frame = max(whole.find(b"\xff\xc0"), whole.find(b"\xff\xc2"))
    return whole[: frame + 5] + struct.pack(">HH", height, width) + whole[frame + 9 :]


def _with_scans(count: int, size: tuple[int, int]) -> bytes:
    """Progressive, its last scan repeated until there are `count`."""
    whole = jpeg(size=size, progressive=True)
    last = whole.rindex(_SCAN)
    return whole[:-2] + whole[last:-2] * (count - whole.count(_SCAN)) + _END


def _profile() -> bytes:
    """As large as one can be: 255 segments."""
    rest = b"\xff" * (_SEGMENT_MOST - 14)
    return with_segments(jpeg(), *(segment(0xE2, b"ICC_PROFILE\0" + bytes((n, 255)) + rest) for n in range(1, 256)))


def _exif(tiff: bytes) -> bytes:
    return with_segments(jpeg(), segment(0xE1, b"Exif\0\0" + tiff))


def _entry(tag: int, kind: int, count: int, value: int) -> bytes:
    return struct.pack("<HHII", tag, kind, count, value)


def _looping_exif() -> bytes:
    """A directory that names itself as its own next, its details and its place."""
    entries = _entry(0x8769, 4, 1, 8) + _entry(0x8825, 4, 1, 8) + _entry(0xA005, 4, 1, 8)
    return _exif(b"II*\0\x08\0\0\0" + struct.pack("<H", 3) + entries + struct.pack("<I", 8))


def _overlapping_exif() -> bytes:
    """5,000 entries that each claim the same 60 kB: read all at once they are 300 MB."""
    entries = b"".join(_entry(tag, 7, 60_000, 8) for tag in range(1, 5001))
    return _exif(b"II*\0\x08\0\0\0" + struct.pack("<H", 5000) + entries + struct.pack("<I", 0))


def _thumbnails_in_thumbnails() -> bytes:
    """Each has the one before as its thumbnail, as deep as a segment's length allows."""
    whole = jpeg(size=(8, 8))
    while len(whole) < _SEGMENT_MOST - 200:
        ifd = struct.pack("<H", 2) + _entry(0x201, 4, 1, 44) + _entry(0x202, 4, 1, len(whole)) + b"\0" * 4
        tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", 0) + struct.pack("<I", 14) + ifd
        whole = with_segments(jpeg(size=(8, 8)), segment(0xE1, b"Exif\0\0" + tiff + whole))
    return whole


def _promised_pictures() -> bytes:
    """An MPO whose directory names two thousand million pictures, all at places that do not exist."""
    entries = _entry(0xB001, 4, 1, 2**31 - 1) + _entry(0xB002, 7, 2**31 - 1, 8)
    directory = b"II*\0\x08\0\0\0" + struct.pack("<H", 3) + struct.pack("<HHI4s", 0xB000, 7, 4, b"0100") + entries
    return with_segments(jpeg(), segment(0xE2, b"MPF\0" + directory + b"\0" * 4))


def _pictures_behind_it() -> bytes:
    """A real MPO of 400 pictures."""
    further = [Image.new("RGB", (64, 48), (number % 256, 0, 0)) for number in range(400)]
    return encoded(further[0], "MPO", save_all=True, append_images=further[1:])


bomb = partial(Bomb, content_type="image/jpeg")
JPEG_BOMBS = (
    bomb(name="64 MP JPEG with 600 scans", make=partial(_with_scans, 600, (8000, 8000)), code=TOO_SLOW),
    bomb(name="64 MP JPEG with 100 scans", make=partial(_with_scans, 100, (8000, 8000)), code=TOO_SLOW),
    bomb(name="JPEG header of 65,500 × 65,500", make=lambda: with_size(jpeg(), 65_500, 65_500), code=TOO_MANY_PIXELS),
    bomb(name="JPEG header of 14,000 × 14,000", make=lambda: with_size(jpeg(), 14_000, 14_000), code=None),
    bomb(
        name="JPEG with 5,000,000 comments",
        make=lambda: with_segments(jpeg(), b"\xff\xfe\0\2" * 5_000_000),
        code=TOO_SLOW,
    ),
    bomb(
        name="JPEG with 5,000,000 markers in its scan",
        make=lambda: jpeg()[:-2] + b"\xff\x01" * 5_000_000 + _SCAN * 200 + _END,
        code=TOO_SLOW,
    ),
    bomb(name="JPEG with 40 MB of filling", make=lambda: with_segments(jpeg(), b"\xff" * 40_000_000), code=TOO_SLOW),
    bomb(name="JPEG with a profile of 16 MB", make=_profile, code=None),
    bomb(name="JPEG whose EXIF goes round", make=_looping_exif, code=None),
    bomb(name="JPEG whose EXIF overlaps", make=_overlapping_exif, code=None),
    bomb(name="JPEG with thumbnails in thumbnails", make=_thumbnails_in_thumbnails, code=None),
    bomb(name="JPEG that promises 2³¹ pictures", make=_promised_pictures, code=None),
    bomb(name="JPEG of 400 pictures", make=_pictures_behind_it, code=None),
)
