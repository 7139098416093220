"""Restoring a backup into an empty place: the database, then every file, each compared with what the backup says.

What is damaged is left out and named, for one bad sector must not keep ten years of pictures from coming back.
"""

from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from domain.backup.compare import compare
from domain.backup.contents import DATABASE, FILES, FORMAT, HEAD, MANIFEST, SECRET, Head, Whole, line_text, read_head
from domain.backup.forget_gone import forget_gone
from domain.backup.notes import Notes
from domain.backup.protocols import BackupReader, Member, RestoredDatabase
from domain.backup.troubles import BackupTooNew, NoRoomForBackup, NotABackup, OtherDatabase
from domain.clock import Clock
from domain.files import Files, OutOfSpace
from domain.media.every_key import Named, named_by
from domain.media.keys import media_of
from domain.media.media import Media

_SMALL = 64 * 1024  # bytes; the head and the secret have some hundred

Told: TypeAlias = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a backup is restored into; `folder` is for temporary files, `keep_secret` keeps the instance's secret."""

    database: RestoredDatabase
    files: Files
    keep_secret: Callable[[bytes], None]
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What came back. `damaged` and `missing` are keys: other bytes than the backup promises, and none even then."""

    made_at: datetime
    files: int
    bytes: int
    gone: int
    damaged: tuple[str, ...]
    missing: tuple[str, ...]


async def restore(reader: BackupReader, place: Place, clock: Clock, told: Told) -> Restored:
    """Fill the place; `told` hears how many files are done, and how many bytes.

    Raises NotABackup, BackupTooNew, OtherDatabase, DatabaseToolFailed or NoRoomForBackup; then the place is void.
    """
    members = reader.members()
    head = await _head(members, place)
    await _database(members, head, place)
    taking = _Taking(place)
    with Notes(place.folder / "arrived") as arrived:
        secret, manifest = await _rest(members, taking, arrived, told)
        found = compare(manifest, arrived)
    damaged = await taking.wanted({*found.damaged, *taking.changed})
    missing = await taking.wanted(found.missing)
    await place.files.delete([*damaged, *await taking.wanted(found.void)])
    gone = await forget_gone(place.database.works, place.files, clock, manifest)
    await place.database.forget_what_is_in_no_backup()
    if secret is not None:
        place.keep_secret(secret)
    await place.database.finish()
    return Restored(
        made_at=head.made_at,
        files=found.files,
        bytes=found.bytes,
        gone=gone,
        damaged=damaged,
        missing=missing,
    )


async def _head(members: AsyncIterator[Member], place: Place) -> Head:
    member = await anext(members, None)
    if member is None or member.name != HEAD:
        raise NotABackup
    head = read_head(await _text(member))
    if head.format > FORMAT or not place.database.knows(head.schema):
        raise BackupTooNew
    if head.database is not place.database.kind:
        raise OtherDatabase(theirs=head.database.value, ours=place.database.kind.value)
    return head


async def _database(members: AsyncIterator[Member], head: Head, place: Place) -> None:
    member = await anext(members, None)
    if member is None or member.name != DATABASE:
        raise NotABackup
    snapshot = place.folder / "snapshot"
    if (await member.save(snapshot)).sha256 != head.database_sha256:
        raise NotABackup
    await place.database.fill(snapshot)


async def _rest(
    members: AsyncIterator[Member], taking: "_Taking", arrived: Notes, told: Told
) -> tuple[bytes | None, Notes]:
    """Take all files; the secret, and the manifest. Raises NotABackup."""
    secret: bytes | None = None
    count = size = 0
    async for member in members:
        if member.name == MANIFEST:
            return secret, await _noted(member, taking.folder / "manifest")
        if member.name == SECRET:
            secret = await _text(member)
        elif member.name.startswith(FILES):
            whole = await taking.take(member)
            arrived.add([line_text(whole)])
            count, size = count + 1, size + whole.bytes
            told(count, size)
    raise NotABackup


class _Taking:
    """Takes files that a row names, and no others; those of one picture come one after another.

    `changed` are keys of originals whose bytes are not what their rows say.
    """

    def __init__(self, place: Place) -> None:
        self.changed: list[str] = []
        self.folder = place.folder
        self._place = place
        self._media: Media | None = None

    async def take(self, member: Member) -> Whole:
        """Keep the file, or only look at it; what it held."""
        key = member.name.removeprefix(FILES)
        named = await self._named(key)
        if named is None:
            return await member.save(self.folder / "unknown")
        try:
            written = await self._place.files.write(key, member.chunks())
        except OutOfSpace:
            raise NoRoomForBackup from None
        if named.sha256 not in (None, written.sha256):
            self.changed.append(key)
        return Whole(name=member.name, sha256=written.sha256, bytes=written.bytes)

    async def wanted(self, keys: Collection[str]) -> tuple[str, ...]:
        """Those of the keys that a row names; a hostile manifest may hold any words."""
        return tuple([key for key in sorted(keys) if await self._named(key) is not None])

    async def _named(self, key: str) -> Named | None:
        media_id = media_of(key)
        if media_id is None:
            return None
        if self._media is None or self._media.id != media_id:
            async with self._place.database.works.read() as work:
                self._media = await work.media.get(media_id)
        named = () if self._media is None else named_by(self._media)
        return next((one for one in named if one.key == key), None)


async def _noted(member: Member, path: Path) -> Notes:
    with Notes(path) as notes:
        async for chunk in member.chunks():
            notes.add([chunk])
    return notes


async def _text(member: Member) -> bytes:
    """All of a small part. Raises NotABackup when it is none."""
    text = b""
    async for chunk in member.chunks():
        text += chunk
        if len(text) > _SMALL:
            raise NotABackup
    return text
