"""Where the pieces of a picture file lie: segments, chunks, blocks or boxes, whichever its kind is made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

_WITH_BOXES_INSIDE = {b"meta": 4, b"iprp": 0, b"ipco": 0, b"moov": 0, b"trak": 0, b"mdia": 0, b"minf": 0, b"stbl": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """From `start` to before `end`; its length stands at `length_at` in `length_bytes` bytes, `little` end first."""

    start: int
    end: int
    length_at: int
    length_bytes: int
    little: bool = False


def pieces(data: bytes) -> list[Piece]:
    """The pieces of an undamaged picture, in their order; inner boxes follow those they are in."""
    return list(_reader(data)(data))


def _reader(data: bytes) -> Callable[[bytes], Iterator[Piece]]:
    if data.startswith(b"\xff\xd8"):
        return _segments
    if data.startswith(b"\x89PNG"):
        return _chunks
    if data.startswith(b"RIFF"):
        return _riff_chunks
    return _blocks if data.startswith(b"GIF") else _boxes


def _segments(data: bytes) -> Iterator[Piece]:
    at = 2
    while data[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        yield Piece(start=at, end=end, length_at=at + 2, length_bytes=2)
        at = end
    yield Piece(start=at, end=len(data), length_at=at + 2, length_bytes=2)


def _chunks(data: bytes) -> Iterator[Piece]:
    at = 8
    while at < len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        yield Piece(start=at, end=end, length_at=at, length_bytes=4)
        at = end


def _riff_chunks(data: bytes) -> Iterator[Piece]:
    at = 12
    while at < len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + length + length % 2
        yield Piece(start=at, end=end, length_at=at + 4, length_bytes=4, little=True)
        at = end


def _blocks(data: bytes) -> Iterator[Piece]:
    at = 13 + _table(data[10])
    while data[at] != 0x3B:
        first = at + 2 if data[at] == 0x21 else at + 11 + _table(data[at + 9])
        end = first
        while data[end]:
            end += data[end] + 1
        yield Piece(start=at, end=end + 1, length_at=first, length_bytes=1)
        at = end + 1


def _table(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _boxes(data: bytes, at: int = 0, end: int | None = None) -> Iterator[Piece]:
    end = len(data) if end is None else end
    while at + 8 <= end:
        length = int.from_bytes(data[at : at + 4]) or end - at
        yield Piece(start=at, end=at + length, length_at=at, length_bytes=4)
        kind = data[at + 4 : at + 8]
        if kind in _WITH_BOXES_INSIDE:
            yield from _boxes(data, at + 8 + _WITH_BOXES_INSIDE[kind], at + length)
        at += max(8, length)
