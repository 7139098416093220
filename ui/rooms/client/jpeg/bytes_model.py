"""Bytes as they come, headers above all: each bit from the byte's upper bits and the one, two or three bytes before."""

from ui.rooms.client.jpeg.coder import Coder, contexts, weight_sets

_HASHED = 1 << 17
_BY_ONE = contexts(1 << 16)
_BY_TWO = contexts(_HASHED)
_BY_THREE = contexts(_HASHED)
_WEIGHTS = weight_sets(256)
_ALL = 0xFFFFFFFF


def decode_bytes(band: bytes, length: int) -> bytes:
    """So many bytes. Raises BadCoding."""
    coder, decoded, before = Coder(band), bytearray(), 0
    for _ in range(length):
        one = _BY_ONE + ((before & 0xFF) << 8)
        two = ((before & 0xFFFF) * 0x9E3779B1 & _ALL) >> 7
        three = ((before & 0xFFFFFF) * 0x85EBCA6B & _ALL) >> 7
        node = 1
        for _ in range(8):
            step = (node * 0x2C1B3C6D & _ALL) >> 9
            b = _BY_TWO + ((two ^ step) & (_HASHED - 1))
            c = _BY_THREE + ((three ^ step) & (_HASHED - 1))
            node = node << 1 | coder.bit(one + node, b, c, _WEIGHTS + node)
        decoded.append(node & 255)
        before = before << 8 & _ALL | node & 255
    return bytes(decoded)
