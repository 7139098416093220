"""A backup as an uncompressed tar that grows by one part at a time; pictures do not get smaller by compressing."""

import asyncio
import errno
import hashlib
import tarfile
import time
from collections.abc import AsyncIterable
from contextlib import aclosing
from pathlib import Path
from typing import BinaryIO

from domain.backup.contents import Whole
from domain.backup.troubles import BackupUnwritable, NoRoomForBackup
from domain.files import FileMissing
from storage.files.chunks import chunks_of

_BLOCK = tarfile.BLOCKSIZE
_ZEROS = bytes(1 << 20)
_FULL = {errno.ENOSPC, errno.EDQUOT}


class TarWriter:
    """Implements `domain.backup.protocols.BackupWriter`; any `tar` can read what comes of it."""

    def __init__(self, out: BinaryIO, name: str) -> None:
        self._out = out
        self._name = name

    async def add(self, name: str, size: int, chunks: AsyncIterable[bytes]) -> Whole | None:
        """See `BackupWriter.add`."""
        head = tarfile.TarInfo(name)
        head.size, head.mode, head.mtime = size, 0o600, int(time.time())
        await self._put(head.tobuf(tarfile.PAX_FORMAT))
        digest = hashlib.sha256()
        left = size
        is_whole = True
        try:
            async for chunk in chunks:
                is_whole = len(chunk) <= left
                if not is_whole:
                    break
                digest.update(chunk)
                await self._put(chunk)
                left -= len(chunk)
        except FileMissing:
            is_whole = False
        is_whole = is_whole and not left
        await self._fill(left + -size % _BLOCK)
        return Whole(name=name, sha256=digest.digest(), bytes=size) if is_whole else None

    async def add_file(self, name: str, path: Path) -> None:
        """See `BackupWriter.add_file`."""
        async with aclosing(chunks_of(path)) as chunks:
            await self.add(name, (await asyncio.to_thread(path.stat)).st_size, chunks)

    async def end(self) -> None:
        """Write what marks the end of a tar."""
        await self._fill(2 * _BLOCK)

    async def _fill(self, count: int) -> None:
        """The header has promised so many bytes, so they must come, whatever they are."""
        while count > 0:
            await self._put(_ZEROS[:count])
            count -= len(_ZEROS)

    async def _put(self, content: bytes) -> None:
        try:
            await asyncio.to_thread(self._out.write, content)
        except OSError as error:
            if error.errno in _FULL:
                raise NoRoomForBackup from None
            raise BackupUnwritable(path=self._name, reason=error.strerror or "it cannot be written") from None
