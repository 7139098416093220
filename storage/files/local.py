"""Files in a folder of this machine."""

import asyncio
import shutil
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from contextlib import aclosing, asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from domain.files import FileMissing, StoredFile, Written
from storage.files.chunks import chunks_of, gathered
from storage.files.folder_walk import files_below, remove_files
from storage.files.keys import checked, is_key
from storage.files.partial import PartialFile


class LocalFiles:
    """Keys are paths below `root`; half-written files gather in `.partial`, a name that no key can have."""

    def __init__(self, root: Path) -> None:
        self._root = root.absolute()
        self._partial = self._root / ".partial"
        self._root.mkdir(parents=True, exist_ok=True, mode=0o700)  # originals say where people live
        self._partial.mkdir(exist_ok=True, mode=0o700)

    def _path(self, key: str) -> Path:
        return self._root / checked(key)

    async def write(self, key: str, chunks: AsyncIterable[bytes]) -> Written:
        """See `Files.write`."""
        target = self._path(key)
        partial = await asyncio.to_thread(PartialFile, self._partial, self._root)
        try:
            async for group in gathered(chunks):
                await asyncio.to_thread(partial.add, group)
            return await asyncio.to_thread(partial.put_in_place, target)
        except BaseException:
            # Cancelling must not keep the cleaning up from happening, hence the shield.
            await asyncio.shield(asyncio.to_thread(partial.discard))
            raise

    async def write_from(self, key: str, source: Path) -> Written:
        """See `Files.write_from`."""
        async with aclosing(chunks_of(source)) as chunks:
            return await self.write(key, chunks)

    async def read(self, key: str, first: int = 0, last: int | None = None) -> AsyncIterator[bytes]:
        """See `Files.read`; a range behind the end is empty."""
        try:
            async for chunk in chunks_of(self._path(key), first, last):
                yield chunk
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            raise FileMissing(key) from None

    async def size(self, key: str) -> int:
        """See `Files.size`."""
        path = self._path(key)
        with suppress(FileNotFoundError, NotADirectoryError):
            if await asyncio.to_thread(path.is_file):
                return (await asyncio.to_thread(path.stat)).st_size
        raise FileMissing(key)

    async def delete(self, keys: Iterable[str]) -> None:
        """See `Files.delete`; folders that become empty go too."""
        await asyncio.to_thread(remove_files, self._root, [self._path(key) for key in keys])

    async def list(self, prefix: str = "") -> AsyncIterator[StoredFile]:
        """See `Files.list`."""
        folder = prefix.rpartition("/")[0]  # looked into at once: beside it may lie 100,000 others
        if folder and not is_key(folder):
            return
        waiting = [f"{folder}/" if folder else ""]
        while waiting:
            found, folders = await asyncio.to_thread(files_below, self._root, waiting.pop(), prefix)
            waiting += folders
            for file in found:
                yield file

    @asynccontextmanager
    async def as_local(self, key: str) -> AsyncIterator[Path]:
        """See `Files.as_local`: the file itself."""
        await self.size(key)
        yield self._path(key)

    async def remove_leftovers(self, older_than: datetime) -> int:
        """See `Files.remove_leftovers`."""
        return await asyncio.to_thread(self._remove_partial, older_than.timestamp())

    def _remove_partial(self, older_than: float) -> int:
        removed = 0
        for path in self._partial.iterdir():
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < older_than:
                    path.unlink()
                    removed += 1
        return removed

    async def free_bytes(self) -> int | None:
        """See `Files.free_bytes`."""
        return (await asyncio.to_thread(shutil.disk_usage, self._root)).free

    async def probe(self) -> None:
        """See `Files.probe`."""
        await asyncio.to_thread(self._write_and_read)

    def _write_and_read(self) -> None:
        path = self._partial / uuid4().hex
        try:
            path.write_bytes(path.name.encode())
            if path.read_bytes() != path.name.encode():
                raise OSError("the folder of files gave back other bytes than it got")
        finally:
            path.unlink(missing_ok=True)
