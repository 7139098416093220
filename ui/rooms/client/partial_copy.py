"""A shared file as far as it came: opened chunks behind one another, of which none counts until all are there."""

import os
from pathlib import Path
from typing import Self

from ui.rooms.client.entries import SharedFile
from ui.rooms.client.objects import CHUNK, SEALED_CHUNK, TAG, chunk_count, is_last_chunk, object_key, open_chunk
from ui.rooms.client.places import take_place
from ui.rooms.client.refused import NotAuthentic, WrongRoot
from ui.rooms.client.secret import RoomKeys
from ui.rooms.client.tree import Tree, leaf_of


class PartialCopy:
    """Lies in the folder under its object's id, so that the next try goes on where this one ended."""

    def __init__(self, keys: RoomKeys, file: SharedFile, folder: Path) -> None:
        self._file = file
        self._folder = folder
        self._size = file.object.size
        self._key = object_key(keys, file.object.root, self._size)
        self._path = folder / f".{file.object.object_id}.part"
        self._tree = Tree()
        self._chunks = 0
        self._came = bytearray()  # of a sealed chunk that is not whole yet
        folder.mkdir(parents=True, exist_ok=True)
        self._out = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
        self._read_what_is_here()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._out.close()

    @property
    def next_byte(self) -> int:
        """Where the ciphertext goes on."""
        self._came.clear()
        return self._chunks * SEALED_CHUNK

    @property
    def is_whole(self) -> bool:
        return self._chunks == chunk_count(self._size)

    @property
    def length(self) -> int:
        """How many are here, opened."""
        return min(self._chunks * CHUNK, self._size)

    def add(self, ciphertext: bytes) -> None:
        """Take what came next. Raises NotAuthentic; what was taken before stays."""
        self._came += ciphertext
        while not self.is_whole and len(self._came) >= (length := self._next_length()):
            is_last = is_last_chunk(self._chunks, self._size)
            self._write(open_chunk(self._key, self._chunks, is_last, bytes(self._came[:length])))
            del self._came[:length]
        if self.is_whole and self._came:
            raise NotAuthentic

    def put_in_place(self) -> Path:
        """The file under a name of its own. Raises WrongRoot, and forgets the copy, when it is another."""
        if self._tree.root() != self._file.object.root:
            self._path.unlink()
            raise WrongRoot(name=self._file.name)
        self._out.flush()
        os.fsync(self._out.fileno())
        target = take_place(self._folder, self._file)
        self._path.replace(target)
        return target

    def _next_length(self) -> int:
        return min(CHUNK, self._size - self._chunks * CHUNK) + TAG

    def _write(self, chunk: bytes) -> None:
        self._out.write(chunk)
        self._tree.add(leaf_of(chunk))
        self._chunks += 1

    def _read_what_is_here(self) -> None:
        """Whole chunks are kept; what they are is known once all are here."""
        while not self.is_whole:
            chunk = self._out.read(self._next_length() - TAG)
            if len(chunk) < self._next_length() - TAG or not self._size:
                break
            self._tree.add(leaf_of(chunk))
            self._chunks += 1
        self._out.seek(self.length)
        self._out.truncate()
