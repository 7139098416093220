"""Damages honest pictures, each seed in another way and every time in the same."""

import zlib
from collections.abc import Callable
from random import Random

from tests.hostile.honest_pictures import honest_pictures
from tests.hostile.pieces import Piece, pieces

_HEAD = 64
_TEMPTING = (0, 1, 2, 0x7F, 0x80, 0xFE, 0xFF)
_PNG = b"\x89PNG"


def damaged(seed: int) -> bytes:
    """A picture with one to three damages; of the checksums in PNGs half are right again afterwards."""
    chance = Random(seed)
    data = chance.choice(honest_pictures())
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(_DAMAGES)(chance, data) or data[:1]
    return _with_checksums(data) if data.startswith(_PNG) and chance.random() < 0.5 else data


def _flip_bits(chance: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _truncate(chance: Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def _splice(chance: Random, data: bytes) -> bytes:
    """The beginning of one and the end of another, often of another kind."""
    other = chance.choice(honest_pictures())
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


def _delete_piece(chance: Random, data: bytes) -> bytes:
    piece = _some_piece(chance, data)
    return data[: piece.start] + data[piece.end :]


def _duplicate_piece(chance: Random, data: bytes) -> bytes:
    piece = _some_piece(chance, data)
    copies = chance.choice((1, 2, 50))
    return data[: piece.end] + data[piece.start : piece.end] * copies + data[piece.end :]


def _move_piece(chance: Random, data: bytes) -> bytes:
    piece, other = _some_piece(chance, data), _some_piece(chance, data)
    rest = data[: piece.start] + data[piece.end :]
    return rest[: other.start] + data[piece.start : piece.end] + rest[other.start :]


def _edit_length(chance: Random, data: bytes) -> bytes:
    piece = _some_piece(chance, data)
    order = "little" if piece.little else "big"
    field = slice(piece.length_at, piece.length_at + piece.length_bytes)
    length, most = int.from_bytes(data[field], order), 256**piece.length_bytes - 1
    edited = chance.choice((0, 1, length - 1, length + 1, length * 2, most // 2, most, chance.randrange(most)))
    return data[: field.start] + (edited & most).to_bytes(piece.length_bytes, order) + data[field.stop :]


def _edit_number(chance: Random, data: bytes) -> bytes:
    """Numbers at the beginning of the file or of a piece: sizes, depths, counts, offsets."""
    start = chance.choice((0, _some_piece(chance, data).start))
    at = min(start + chance.randrange(_HEAD), len(data) - 1)
    new = bytes(chance.choice(_TEMPTING) for _ in range(chance.choice((1, 2, 4))))
    return data[:at] + new + data[at + len(new) :]


def _insert(chance: Random, data: bytes) -> bytes:
    at = chance.randrange(len(data))
    filling = chance.choice((b"\0", b"\xff", chance.randbytes(1))) * chance.choice((1, 2, 100, 5000))
    return data[:at] + filling + data[at:]


def _overwrite(chance: Random, data: bytes) -> bytes:
    at, length = chance.randrange(len(data)), chance.choice((4, 64, 1000))
    return data[:at] + chance.choice((b"\0" * length, b"\xff" * length, chance.randbytes(length))) + data[at + length :]


_DAMAGES: tuple[Callable[[Random, bytes], bytes], ...] = (
    _flip_bits,
    _truncate,
    _splice,
    _delete_piece,
    _duplicate_piece,
    _move_piece,
    _edit_length,
    _edit_number,
    _insert,
    _overwrite,
)


def _some_piece(chance: Random, data: bytes) -> Piece:
    """A piece of it; of what is too damaged to have any, the whole."""
    try:
        found = pieces(data)
    except IndexError:
        found = []
    return chance.choice(found or [Piece(start=0, end=len(data), length_at=0, length_bytes=min(4, len(data)))])


def _with_checksums(data: bytes) -> bytes:
    """Without this hardly any damage would reach further than a PNG's checksums."""
    mended, at = bytearray(data[:8]), 8
    while at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4])
        mended += data[at:end] + zlib.crc32(data[at + 4 : end]).to_bytes(4)
        at = end + 4
    return bytes(mended)
