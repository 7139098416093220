"""Frames of a data channel: one sealed chunk each, and what it is."""

import struct
from dataclasses import dataclass

_HEAD = struct.Struct(">BBHI")
_TYPE, _VERSION = 1, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """`slot` is the receiver's number (16 bits) for the object, `index` the chunk's place (32 bits) in it."""

    slot: int
    index: int
    sealed: bytes


def pack_frame(frame: Frame) -> bytes:
    """The frame as it goes over the channel."""
    return _HEAD.pack(_TYPE, _VERSION, frame.slot, frame.index) + frame.sealed


def unpack_frame(data: bytes) -> Frame | None:
    """The frame; None for one of another type or version."""
    if len(data) < _HEAD.size:
        return None
    type, version, slot, index = _HEAD.unpack_from(data)
    if (type, version) != (_TYPE, _VERSION):
        return None
    return Frame(slot=slot, index=index, sealed=data[_HEAD.size :])
