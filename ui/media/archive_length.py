"""How long a zip of stored files will be, told before it is written; the figures are from APPNOTE.TXT 6.3, section 4.3.

The format's own limits are read from `zipfile`, which decides by them when it writes the wider records of ZIP64.
"""

import zipfile
from collections.abc import Sequence

from domain.media.archive import Archived

_LOCAL_HEADER, _CENTRAL_HEADER, _END = 30, 46, 22
_DESCRIPTOR, _WIDE_DESCRIPTOR = 16, 24  # with its signature; lengths of 4 or of 8 bytes
_WIDE_END = 56 + 20  # the ZIP64 end record and its locator
_EXTRA_HEAD, _WIDE_NUMBER = 4, 8


def archive_length(files: Sequence[Archived]) -> int:
    """Bytes of the whole archive, every file stored as it is and followed by its data descriptor."""
    at, central = 0, 0
    for file in files:
        named = len(file.name.encode())
        central += _CENTRAL_HEADER + named + _wide_extra(file.bytes, at)
        at += named + file.bytes + _around(file.bytes)
    wide = max(at, central) > zipfile.ZIP64_LIMIT or len(files) > zipfile.ZIP_FILECOUNT_LIMIT
    return at + central + (_WIDE_END if wide else 0) + _END


def _around(length: int) -> int:
    if length * 1.05 > zipfile.ZIP64_LIMIT:  # zipfile leaves room for a file that grows by a twentieth
        return _LOCAL_HEADER + _EXTRA_HEAD + 2 * _WIDE_NUMBER + _WIDE_DESCRIPTOR
    return _LOCAL_HEADER + _DESCRIPTOR


def _wide_extra(length: int, begins_at: int) -> int:
    numbers = (2 if length > zipfile.ZIP64_LIMIT else 0) + (1 if begins_at > zipfile.ZIP64_LIMIT else 0)
    return _EXTRA_HEAD + numbers * _WIDE_NUMBER if numbers else 0
