"""Frames of a data channel: a sealed chunk, with the receiver's number for its object and its place in it."""

import struct
from dataclasses import dataclass

from domain.errors import Malformed
from ui.rooms.client.objects import SEALED_CHUNK, TAG

_HEAD = struct.Struct(">BBHI")  # type, version, slot, chunk index
_CHUNK, _VERSION = 1, 1


class BadFrame(Malformed):
    """What came on a data channel is no frame of this protocol."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """`slot` is the receiver's number (16 bits) for the object, `index` the chunk's place (32 bits) in it."""

    slot: int
    index: int
    sealed: bytes

    def __bytes__(self) -> bytes:
        return _HEAD.pack(_CHUNK, _VERSION, self.slot, self.index) + self.sealed


def read_frame(data: bytes) -> Frame:
    """The frame.

    `BadFrame`: another type or version, or a length that no sealed chunk has.
    """
    if not _HEAD.size + TAG <= len(data) <= _HEAD.size + SEALED_CHUNK:
        raise BadFrame
    type, version, slot, index = _HEAD.unpack_from(data)
    if (type, version) != (_CHUNK, _VERSION):
        raise BadFrame
    return Frame(slot=slot, index=index, sealed=data[_HEAD.size :])
