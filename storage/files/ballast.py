"""Ballast: room on the disk that Kamra holds on to, and gives up when nothing else is left for its database.

A full disk refuses even what would free it: a deletion is a row that is written first.
"""

import asyncio
import os
import shutil
from contextlib import suppress
from pathlib import Path

_MEBIBYTE = 1 << 20


class Ballast:
    """One file of a quarter of the disk reserve; none at all where there is no reserve."""

    def __init__(self, path: Path, reserve: int) -> None:
        self._path = path
        self._reserve = reserve
        self._bytes = reserve // 4
        self._tight = self._bytes // 4  # far more than one transaction writes

    def give_up_when_tight(self) -> None:
        """Remove the file when the disk is all but full. Asked before everything that writes, so it is quick."""
        facts = os.statvfs(self._path.parent)
        if facts.f_bavail * facts.f_frsize < self._tight:
            self._path.unlink(missing_ok=True)

    async def keep(self) -> int:
        """Make the file when it is not there and fits in above the reserve; 1 when it was made. Raises OSError."""
        return await asyncio.to_thread(self._keep)

    def _keep(self) -> int:
        if self._path.exists() or not self._bytes:
            return 0
        if shutil.disk_usage(self._path.parent).free < self._reserve + self._bytes:
            return 0
        draft = self._path.with_name(f"{self._path.name}.new")
        try:
            with draft.open("wb") as file:
                _allocate(file.fileno(), self._bytes)
            draft.replace(self._path)
        except OSError:
            with suppress(OSError):
                draft.unlink()
            raise
        return 1


def _allocate(descriptor: int, size: int) -> None:
    os.posix_fallocate(descriptor, 0, size)
    if os.fstat(descriptor).st_blocks * 512 >= size:  # st_blocks counts in 512 bytes, whatever the file system does
        return
    os.lseek(descriptor, 0, os.SEEK_SET)
    for _ in range(size // _MEBIBYTE):  # a file system that compresses keeps no room for zeros
        os.write(descriptor, os.urandom(_MEBIBYTE))
