"""Files in a bucket: S3 and what speaks like it, Google Cloud Storage, Azure."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Iterable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import obstore
from obstore.exceptions import GenericError
from obstore.store import ObjectStore

from domain.files import FileMissing, StoredFile, Written
from domain.scratch import scratch_folder
from storage.files.bucket_upload import PART, BucketUpload
from storage.files.chunks import MEBIBYTE, chunks_of, gathered
from storage.files.keys import checked, is_key

if TYPE_CHECKING:
    from obstore import GetOptions, GetResult  # its types exist for checkers only

_WINDOW = 4 * MEBIBYTE
_PROBE_SECONDS = 10


class BucketFiles:
    """Keys are object names below the store's prefix."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    async def write(self, key: str, chunks: AsyncIterable[bytes]) -> Written:
        """See `Files.write`."""
        upload = BucketUpload(self._store, checked(key))
        try:
            async for group in gathered(chunks, PART):
                await upload.add(b"".join(group))
            return await upload.finish()
        except BaseException:  # whatever ends it, cancelling among it, no parts stay; it is raised again
            await upload.give_up()
            raise

    async def write_from(self, key: str, source: Path) -> Written:
        """See `Files.write_from`."""
        async with aclosing(chunks_of(source)) as chunks:
            return await self.write(key, chunks)

    async def read(self, key: str, first: int = 0, last: int | None = None) -> AsyncIterator[bytes]:
        """See `Files.read`; a range behind the end is empty.

        Asks for some MiB at a time: one long answer would be cut off when its reader is slower than the timeout.
        """
        end = None if last is None else last + 1
        version: str | None = None
        while end is None or first < end:
            window = first + _WINDOW if end is None else min(first + _WINDOW, end)
            got = await self._window(key, first, window, version)
            if got is None:
                return
            version = got.meta["e_tag"]
            content = memoryview(await got.bytes_async())
            for start in range(0, len(content), MEBIBYTE):
                yield bytes(content[start : start + MEBIBYTE])
            first += len(content)
            end = got.meta["size"] if end is None else min(end, got.meta["size"])

    async def _window(self, key: str, first: int, end: int, version: str | None) -> "GetResult | None":
        options: GetOptions = {"range": (first, end)}
        if version is not None:
            options["if_match"] = version  # no answer is better than one of two files
        try:
            return await obstore.get_async(self._store, checked(key), options=options)
        except FileNotFoundError:
            raise FileMissing(key) from None
        except GenericError:
            # What every bucket says in its own words: the range begins behind the end.
            if first >= await self.size(key):
                return None
            raise

    async def size(self, key: str) -> int:
        """See `Files.size`."""
        try:
            return (await obstore.head_async(self._store, checked(key)))["size"]
        except FileNotFoundError:
            raise FileMissing(key) from None

    async def delete(self, keys: Iterable[str]) -> None:
        """See `Files.delete`."""
        names = [checked(key) for key in keys]
        try:
            await obstore.delete_async(self._store, names)
        except FileNotFoundError:
            # S3 does not mind names that are not there; other clouds stop at the first of them.
            for name in names:
                await self._delete_one(name)

    async def _delete_one(self, name: str) -> None:
        try:
            await obstore.delete_async(self._store, name)
        except FileNotFoundError:
            return

    async def list(self, prefix: str = "") -> AsyncGenerator[StoredFile, None]:
        """See `Files.list`; buckets list in the order of the keys."""
        # obstore's prefixes end at a `/`; the rest of ours is compared here.
        folder = prefix.rpartition("/")[0]
        if folder and not is_key(folder):
            return
        async for found in obstore.list(self._store, folder or None):
            for one in found:
                if one["path"].startswith(prefix):
                    yield StoredFile(key=one["path"], bytes=one["size"], modified_at=one["last_modified"])

    @asynccontextmanager
    async def as_local(self, key: str) -> AsyncIterator[Path]:
        """See `Files.as_local`: a temporary copy."""
        with scratch_folder() as folder:
            path = folder / "copy"
            with path.open("wb") as file:
                async for chunk in self.read(key):
                    await asyncio.to_thread(file.write, chunk)
            yield path

    async def remove_leftovers(self) -> int:
        """See `Files.remove_leftovers`: always 0.

        Parts of an upload that a crash cut off are invisible, and obstore cannot list them; a lifecycle rule of
        the bucket ("abort incomplete multipart uploads after 1 day") removes them, by the bucket's own clock.
        """
        return 0

    async def free_bytes(self) -> int | None:
        """See `Files.free_bytes`: nobody can say."""
        return None

    async def probe(self) -> None:
        """See `Files.probe`."""
        name = f"probe-{uuid4().hex}"
        async with asyncio.timeout(_PROBE_SECONDS):
            await obstore.put_async(self._store, name, name.encode())
            try:
                if await (await obstore.get_async(self._store, name)).bytes_async() != name.encode():
                    raise OSError("the bucket gave back other bytes than it got")
            finally:
                await obstore.delete_async(self._store, name)
