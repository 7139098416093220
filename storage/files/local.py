"""Files in a folder of this machine."""

import asyncio
import shutil
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Iterable
from contextlib import aclosing, asynccontextmanager, suppress
from pathlib import Path

from domain.files import FileMissing, StoredFile, Written
from storage.files.chunks import chunks_of, taken
from storage.files.folder_walk import entries_below, remove_files
from storage.files.keys import checked, is_key
from storage.files.opening import opened
from storage.files.partial import PartialFile, remove_abandoned


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
        partial = await opened(lambda: PartialFile(self._partial, self._root), PartialFile.discard)
        try:
            await taken(chunks, partial.add)
            return await asyncio.to_thread(partial.put_in_place, target)
        except BaseException:  # whatever ends it, nothing stays; shielded, as cancelling must not end that too
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

    async def list(self, prefix: str = "") -> AsyncGenerator[StoredFile, None]:
        """See `Files.list`."""
        folder = prefix.rpartition("/")[0]  # looked into at once: beside it may lie 100,000 others
        if folder and not is_key(folder):
            return
        async with aclosing(self._below(f"{folder}/" if folder else "", prefix)) as found:
            async for file in found:
                yield file

    async def _below(self, folder: str, prefix: str) -> AsyncGenerator[StoredFile, None]:
        after: str | None = ""
        while after is not None:
            entries, after = await asyncio.to_thread(entries_below, self._root, folder, prefix, after)
            for entry in entries:
                if isinstance(entry, StoredFile):
                    yield entry
                    continue
                async with aclosing(self._below(entry, prefix)) as deeper:
                    async for file in deeper:
                        yield file

    @asynccontextmanager
    async def as_local(self, key: str) -> AsyncIterator[Path]:
        """See `Files.as_local`: the file itself."""
        await self.size(key)
        yield self._path(key)

    async def remove_leftovers(self) -> int:
        """See `Files.remove_leftovers`."""
        return await asyncio.to_thread(remove_abandoned, self._partial)

    async def free_bytes(self) -> int | None:
        """See `Files.free_bytes`."""
        return (await asyncio.to_thread(shutil.disk_usage, self._root)).free

    async def probe(self) -> None:
        """See `Files.probe`."""
        await asyncio.to_thread(self._write_and_read)

    def _write_and_read(self) -> None:
        partial = PartialFile(self._partial, self._root)
        try:
            partial.add([b"probe"])
            if partial.content() != b"probe":
                raise OSError("the folder of files gave back other bytes than it got")
        finally:
            partial.discard()
