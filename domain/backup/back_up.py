"""Making a backup while others go on writing: the database at one moment, then every file that its rows name.

What is deleted while the files are copied is listed as gone, so that restoring does not bring it back.
"""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from domain.backup.contents import (
    DATABASE,
    FILES,
    FORMAT,
    HEAD,
    MANIFEST,
    SECRET,
    Head,
    Whole,
    head_text,
    line_text,
)
from domain.backup.losses import note_gone_copies, note_gone_people, note_gone_pictures, note_missing
from domain.backup.notes import Notes
from domain.backup.protocols import BackupWriter, Snapshot, Snapshots
from domain.clock import Clock
from domain.files import FileMissing, Files
from domain.media.every_key import every_picture, named_by

_TRIES = 3  # a rendition that is made again while it is read comes in another length

Progress: TypeAlias = Callable[[int, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a backup is made of; `folder` is for temporary files, `secret` is None when it is not kept here."""

    snapshots: Snapshots
    files: Files
    secret: bytes | None
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a finished backup holds; `missing` are keys of living pictures whose bytes were not there."""

    people: int
    pictures: int
    files: int
    bytes: int
    gone: int
    missing: tuple[str, ...]


async def back_up(source: Source, writer: BackupWriter, clock: Clock, progress: Progress) -> Made:
    """Write the whole backup; `progress` is told how many files of how many are done, and how many bytes.

    Raises DatabaseToolFailed, NoRoomForBackup or BackupUnwritable; what was written is void then.
    """
    with Notes(source.folder / "keys") as keys, Notes(source.folder / "manifest") as manifest:
        async with source.snapshots.take(source.folder) as snapshot:
            await _write_head(writer, snapshot, clock)
            await writer.add_file(DATABASE, snapshot.path)
            total, pictures = await _note_keys(keys, snapshot)
            people = await snapshot.people()
        if source.secret is not None:
            await writer.add(SECRET, len(source.secret), _once(source.secret))
        files, size, absent = await _copy(source.files, writer, keys, manifest, lambda n, b: progress(n, total, b))
        gone = await note_gone_pictures(source.snapshots, _keys(keys), manifest)
        await note_gone_copies(source.snapshots, _keys(keys), manifest)
        gone += await note_gone_people(source.snapshots, people, manifest)
        missing = await note_missing(source.snapshots, absent, manifest)
    await writer.add_file(MANIFEST, manifest.path)
    return Made(people=len(people), pictures=pictures, files=files, bytes=size, gone=gone, missing=missing)


async def _write_head(writer: BackupWriter, snapshot: Snapshot, clock: Clock) -> None:
    async with snapshot.read() as work:
        audit = await work.audit.head()
    head = head_text(
        Head(
            format=FORMAT,
            schema=snapshot.schema,
            database=snapshot.kind,
            database_sha256=snapshot.sha256,
            made_at=clock.now(),
            audit=audit,
        )
    )
    await writer.add(HEAD, len(head), _once(head))


async def _note_keys(keys: Notes, snapshot: Snapshot) -> tuple[int, int]:
    """One line per file that the snapshot names; how many, and of how many pictures."""
    total = pictures = 0
    async for media in every_picture(snapshot):
        named = named_by(media)
        keys.add(f"{one.key}\n".encode() for one in named)
        total, pictures = total + len(named), pictures + bool(named)
    return total, pictures


async def _copy(
    files: Files, writer: BackupWriter, keys: Notes, manifest: Notes, progress: Callable[[int, int], None]
) -> tuple[int, int, list[str]]:
    """How many files went in, their bytes, and the keys of those that were not there."""
    count = size = 0
    absent: list[str] = []
    for key in _keys(keys):
        whole = await _copy_one(files, writer, key)
        if whole is None:
            absent.append(key)
        else:
            manifest.add([line_text(whole)])
            count, size = count + 1, size + whole.bytes
        progress(count + len(absent), size)
    return count, size, absent


async def _copy_one(files: Files, writer: BackupWriter, key: str) -> Whole | None:
    for _ in range(_TRIES):
        try:
            size = await files.size(key)
        except FileMissing:
            return None
        whole = await writer.add(FILES + key, size, files.read(key))
        if whole is not None:
            return whole
    return None


def _keys(keys: Notes) -> Iterator[str]:
    return (line.decode().removesuffix("\n") for line in keys.lines())


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
