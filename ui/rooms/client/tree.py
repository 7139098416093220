"""The hash tree over an object's chunks, of the shape of RFC 9162: SHA-256, leaves under 0x00, nodes under 0x01."""

import hashlib

HASH = 32  # bytes


class Tree:
    """The root over leaves that come one by one; keeps one hash per level."""

    def __init__(self) -> None:
        self._whole: list[tuple[int, bytes]] = []  # roots of full subtrees with their heights, the highest first

    def add(self, leaf: bytes) -> None:
        height, root = 0, leaf
        while self._whole and self._whole[-1][0] == height:
            root = node_over(self._whole.pop()[1], root)
            height += 1
        self._whole.append((height, root))

    def root(self) -> bytes:
        """32 bytes. There is at least one leaf, as an empty object has one empty chunk."""
        *lefts, (_, right) = self._whole
        for _, left in reversed(lefts):
            right = node_over(left, right)
        return right


def leaf_of(chunk: bytes) -> bytes:
    """The chunk's leaf."""
    hashing = hashlib.sha256(b"\0")
    hashing.update(chunk)
    return hashing.digest()


def node_over(left: bytes, right: bytes) -> bytes:
    """The node over two others."""
    return hashlib.sha256(b"\1" + left + right).digest()
