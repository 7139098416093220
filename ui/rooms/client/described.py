"""A file as an object: its root and name, read once in constant memory, and its chunks sealed from it later."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ui.rooms.client.chunks import chunks_of
from ui.rooms.client.objects import (
    CHUNK,
    PART_CHUNKS,
    ObjectName,
    chunk_count,
    is_last_chunk,
    object_key,
    object_name,
    seal_chunk,
)
from ui.rooms.client.refused import FileChanged
from ui.rooms.client.secret import RoomKeys
from ui.rooms.client.tree import HASH, Tree, leaf_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """`leaves` are 32 bytes for each chunk (half a megabyte for 1 GiB), so that a file which changes is noticed."""

    path: Path
    name: ObjectName
    leaves: bytes = field(repr=False)
    key: bytes = field(repr=False)


def describe(keys: RoomKeys, path: Path, progress: Callable[[int], object] = lambda _: None) -> Described:
    """Read the whole file, chunk by chunk; `progress` is told the bytes so far."""
    tree, leaves, size = Tree(), bytearray(), 0
    for chunk in chunks_of(path):
        leaf = leaf_of(chunk)
        tree.add(leaf)
        leaves += leaf
        size += len(chunk)
        progress(size)
    root = tree.root()
    return Described(
        path=path,
        name=object_name(keys, root, size),
        leaves=bytes(leaves),
        key=object_key(keys, root, size),
    )


def seal_range(file: Described, first: int, end: int) -> bytes:
    """The sealed chunks from `first` up to and without `end`, one after another. Each leaf is hashed again.

    `FileChanged`: the file is not what was described.
    """
    size = file.name.size
    sealed: list[bytes] = []
    with file.path.open("rb") as source:
        source.seek(first * CHUNK)
        for index in range(first, end):
            chunk = source.read(CHUNK)
            if leaf_of(chunk) != file.leaves[index * HASH : (index + 1) * HASH]:
                raise FileChanged(name=file.path.name)
            sealed.append(seal_chunk(file.key, index, is_last_chunk(index, size), chunk))
    return b"".join(sealed)


def seal_part(file: Described, number: int) -> bytes:
    """The part of this number (from 0) as the store keeps it: up to 8.4 MB.

    `FileChanged`: the file is not what was described.
    """
    first = number * PART_CHUNKS
    return seal_range(file, first, min(first + PART_CHUNKS, chunk_count(file.name.size)))
