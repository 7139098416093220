"""A backup's tar, read once from its beginning to its end; nothing is ever unpacked to where a name points."""

import asyncio
import errno
import hashlib
import tarfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import IO, BinaryIO

from domain.backup.contents import Whole
from domain.backup.troubles import NoRoomForBackup, NotABackup

_CHUNK = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT}


class TarMember:
    """Implements `domain.backup.protocols.Member`."""

    def __init__(self, name: str, size: int, file: IO[bytes]) -> None:
        self.name = name
        self._size = size
        self._file = file

    async def chunks(self) -> AsyncIterator[bytes]:
        """See `Member.chunks`."""
        left = self._size
        while left:
            try:
                chunk = await asyncio.to_thread(self._file.read, min(_CHUNK, left))
            except (tarfile.TarError, OSError):
                raise NotABackup from None
            if not chunk:
                raise NotABackup
            left -= len(chunk)
            yield chunk

    async def save(self, path: Path) -> Whole:
        """See `Member.save`."""
        digest = hashlib.sha256()
        try:
            with await asyncio.to_thread(path.open, "wb") as file:
                async for chunk in self.chunks():
                    digest.update(chunk)
                    await asyncio.to_thread(file.write, chunk)
        except OSError as error:
            if error.errno in _FULL:
                raise NoRoomForBackup from None
            raise
        return Whole(name=self.name, sha256=digest.digest(), bytes=self._size)


class TarReader:
    """Implements `domain.backup.protocols.BackupReader`."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source

    async def members(self) -> AsyncIterator[TarMember]:
        """See `BackupReader.members`."""
        try:
            archive = await asyncio.to_thread(tarfile.open, fileobj=self._source, mode="r|")
            while (head := await asyncio.to_thread(archive.next)) is not None:
                file = archive.extractfile(head) if head.isreg() else None
                if file is None:
                    raise NotABackup  # Kamra writes no links and no folders
                yield TarMember(head.name, head.size, file)
                _forget_members(archive)
        except (tarfile.TarError, OSError):
            raise NotABackup from None


def _forget_members(archive: tarfile.TarFile) -> None:
    """It would remember every name it has seen, which before Python 3.13 cannot be switched off."""
    archive.__dict__["members"] = []
