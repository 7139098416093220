"""What making and restoring a backup need from the world."""

from collections.abc import AsyncIterable, AsyncIterator, Collection, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol

from domain.backup.contents import DatabaseKind, Whole
from domain.ids import AccountId, CompressionId, MediaId
from domain.work import Work, Works


class Snapshot(Protocol):
    """The database as it was at one moment, in a file, and to be asked."""

    @property
    def path(self) -> Path: ...

    @property
    def sha256(self) -> bytes:
        """Of the file (32 bytes)."""
        ...

    @property
    def kind(self) -> DatabaseKind: ...

    @property
    def schema(self) -> str: ...

    def read(self) -> AbstractAsyncContextManager[Work]:
        """What is in it."""
        ...

    async def people(self) -> Sequence[AccountId]:
        """Everybody in it."""
        ...


class Snapshots(Protocol):
    """Takes snapshots of a database that others go on writing to."""

    def take(self, folder: Path) -> AbstractAsyncContextManager[Snapshot]:
        """A snapshot, which can be asked as long as the context lasts; its file is in the folder and stays there.

        Raises DatabaseToolFailed or NoRoomForBackup.
        """
        ...

    async def living_pictures(self, media_ids: Collection[MediaId]) -> set[MediaId]:
        """Those of some hundred pictures that are not deleted now."""
        ...

    async def living_copies(self, compression_ids: Collection[CompressionId]) -> set[CompressionId]:
        """Those of some hundred kept copies that are not deleted now."""
        ...

    async def living_people(self, account_ids: Collection[AccountId]) -> set[AccountId]:
        """Those of some hundred people who have not left now."""
        ...


class BackupWriter(Protocol):
    """The one file of a backup, growing."""

    async def add(self, name: str, size: int, chunks: AsyncIterable[bytes]) -> Whole | None:
        """Append so many bytes under the name; None when the chunks were fewer or more: then what stands there is void.

        FileMissing out of the chunks ends them. Raises NoRoomForBackup, BackupUnwritable.
        """
        ...

    async def add_file(self, name: str, path: Path) -> None:
        """Append a local file that nobody changes."""
        ...


class Member(Protocol):
    """One part of a backup that is being read; one reads it before the next part is asked for, or never."""

    @property
    def name(self) -> str: ...

    def chunks(self) -> AsyncIterator[bytes]:
        """Its bytes, in chunks ≤ 1 MiB. Raises NotABackup when they stop in the middle."""
        ...

    async def save(self, path: Path) -> Whole:
        """Its bytes in a file of their own. Raises NoRoomForBackup, and as above."""
        ...


class BackupReader(Protocol):
    """The one file of a backup, from its beginning."""

    def members(self) -> AsyncIterator[Member]:
        """Its parts in their order. Raises NotABackup, also when the file stops in the middle."""
        ...


class RestoredDatabase(Protocol):
    """A database that is to be filled from a snapshot."""

    @property
    def kind(self) -> DatabaseKind: ...

    def knows(self, schema: str) -> bool:
        """Whether a snapshot with this newest migration can be brought to the schema of this Kamra."""
        ...

    async def fill(self, snapshot: Path) -> None:
        """Fill it and bring it to the newest schema. Raises DatabaseToolFailed, NotABackup, NoRoomForBackup."""
        ...

    @property
    def works(self) -> Works:
        """Transactions in it, once it is filled."""
        ...

    async def forget_what_is_in_no_backup(self) -> None:
        """Remove pictures that were on their way, with what had come of them, and what rooms kept."""
        ...

    async def finish(self) -> None:
        """Let it be the database of this Kamra from now on, durably."""
        ...
