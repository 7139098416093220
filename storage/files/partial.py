"""A file that is not there yet: bytes gather in a temporary one that takes its place, whole and durable, at the end."""

import errno
import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedWriter
from pathlib import Path
from uuid import uuid4

from domain.files import OutOfSpace, Written

_FULL = {errno.ENOSPC, errno.EDQUOT}
_TRIES = 16


class PartialFile:
    """Bytes on their way to a place below `root`, kept in `folder`, which is on the same file system. Blocking.

    Locked as long as somebody writes: `remove_abandoned` knows by that, and not by a clock, what a crash left behind.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self._root = root
        self._sha256 = hashlib.sha256()
        self._bytes = 0
        with _full_disk_named():
            self._path, self._file = _locked(folder)

    def add(self, chunks: list[bytes]) -> None:
        """Append. Raises OutOfSpace."""
        # Of many pieces each would wait twice for the interpreter, which receives the next ones meanwhile.
        group = b"".join(chunks)
        with _full_disk_named():
            self._file.write(group)
        self._sha256.update(group)
        self._bytes += len(group)

    def content(self) -> bytes:
        """All bytes so far, read back."""
        with _full_disk_named():
            self._file.flush()
        return self._path.read_bytes()

    def put_in_place(self, target: Path) -> Written:
        """Let the target show these bytes, also after a power cut. Raises OutOfSpace."""
        with _full_disk_named():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._rename(target)
            self._file.close()  # not before: closing unlocks
            # Every folder above too: another writer may have made one of them without having synced it yet.
            for folder in target.parents[: len(target.relative_to(self._root).parts)]:
                sync_folder(folder)
        return Written(sha256=self._sha256.digest(), bytes=self._bytes)

    def discard(self) -> None:
        """Leave nothing behind; harmless while a cancelled `add` still runs."""
        self._path.unlink(missing_ok=True)
        with suppress(OSError):  # closing writes what is buffered, for which a full disk has no room
            self._file.close()

    def _rename(self, target: Path) -> None:
        for left in reversed(range(_TRIES)):
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                self._path.replace(target)
            except (FileNotFoundError, FileExistsError):
                # Deleting the folder's last file removed the folder between the two calls, or within the first.
                if not left:
                    raise
            else:
                return


def remove_abandoned(folder: Path) -> int:
    """Remove the partial files in the folder whose writers are gone; returns how many."""
    removed = 0
    for path in folder.iterdir():
        with suppress(FileNotFoundError, BlockingIOError), path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
            removed += 1
    return removed


def _locked(folder: Path) -> tuple[Path, BufferedWriter]:
    while True:
        path = folder / uuid4().hex
        file = path.open("xb")
        fcntl.flock(file, fcntl.LOCK_EX)
        if os.fstat(file.fileno()).st_nlink:
            return path, file
        file.close()  # taken for abandoned between being made and being locked


def sync_folder(folder: Path) -> None:
    """Make names that appeared in a folder, or left it, last through a power cut; one that is gone has none."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _full_disk_named() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise OutOfSpace from error
        raise
