"""Where bytes are kept: a folder on disk, or a bucket."""

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol


class FileMissing(Exception):
    """There are no bytes under this key."""


class OutOfSpace(Exception):
    """The disk or bucket takes no more bytes; nothing appeared under the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a finished write holds: its length and the SHA-256 of its bytes (32 bytes)."""

    sha256: bytes
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """One file as a listing shows it."""

    key: str
    bytes: int
    modified_at: datetime


class Files(Protocol):
    """Bytes under keys such as `originals/0190…` (lower-case letters, digits, `-`, `.`, `/`; never empty parts)."""

    async def write(self, key: str, chunks: AsyncIterable[bytes]) -> Written:
        """Keep the chunks' bytes under the key, durably, before returning.

        The key shows all of the bytes or nothing, also after a crash or when `chunks` raises (that error
        passes through, nothing is left). An existing file is replaced. Raises OutOfSpace.
        """
        ...

    async def write_from(self, key: str, source: Path) -> Written:
        """The same from a local file, which stays where it is."""
        ...

    def read(self, key: str, first: int = 0, last: int | None = None) -> AsyncIterator[bytes]:
        """The bytes from `first` to `last`, both included (to the end when None), in chunks ≤ 1 MiB. FileMissing."""
        ...

    async def size(self, key: str) -> int:
        """Length in bytes. Raises FileMissing."""
        ...

    async def delete(self, keys: Iterable[str]) -> None:
        """Remove the files; those that are not there are none of anybody's business."""
        ...

    def list(self, prefix: str = "") -> AsyncGenerator[StoredFile, None]:
        """Every file whose key starts with the prefix, in the order of the keys; half-written ones are not shown.

        Memory does not grow with their number.
        """
        ...

    def as_local(self, key: str) -> AbstractAsyncContextManager[Path]:
        """A local file with these bytes, to be read only while the context lasts. Raises FileMissing."""
        ...

    async def remove_leftovers(self) -> int:
        """Remove half-written temporary bytes whose writers are gone, whatever any clock says; returns how many."""
        ...

    async def free_bytes(self) -> int | None:
        """What the disk still takes, or None where nobody can say (a bucket)."""
        ...

    async def probe(self) -> None:
        """Return when reading and writing work now; raises any error otherwise."""
        ...
