"""What a backup says at its end about things that its snapshot has and that are deleted by now, or not to be found."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import TypeVar

from domain.backup.contents import GoneCopy, GonePerson, GonePicture, Missing, line_text
from domain.backup.notes import Notes
from domain.backup.protocols import Snapshots
from domain.ids import AccountId, MediaId
from domain.media.keys import copy_of, media_of

_AT_ONCE = 500

T = TypeVar("T")


async def note_gone_pictures(snapshots: Snapshots, keys: Iterator[str], manifest: Notes) -> int:
    """Write down whose pictures behind these keys do not live any more; returns how many."""
    gone = 0
    # Sorted by picture, so each comes once.
    pictures = (media_id for media_id, _ in groupby(media_of(key) for key in keys) if media_id is not None)
    for some in _batches(pictures):
        living = await snapshots.living_pictures(some)
        manifest.add(line_text(GonePicture(id=media_id)) for media_id in some if media_id not in living)
        gone += len(some) - len(living)
    return gone


async def note_gone_copies(snapshots: Snapshots, keys: Iterator[str], manifest: Notes) -> None:
    """Write down which kept copies among these keys do not live any more."""
    for some in _batches(key for key in keys if copy_of(key) is not None):
        living = await _living_copies(snapshots, some)
        manifest.add(line_text(GoneCopy(key=key)) for key in some if key not in living)


async def note_gone_people(snapshots: Snapshots, people: Sequence[AccountId], manifest: Notes) -> int:
    """Write down who has left; returns how many."""
    gone = 0
    for some in _batches(people):
        living = await snapshots.living_people(some)
        manifest.add(line_text(GonePerson(id=account_id)) for account_id in some if account_id not in living)
        gone += len(some) - len(living)
    return gone


async def note_missing(snapshots: Snapshots, absent: Sequence[str], manifest: Notes) -> tuple[str, ...]:
    """Write down and return those of the keys without bytes that live all the same, as their pictures do."""
    missing: list[str] = []
    for some in _batches(absent):
        pictures: set[MediaId] = {media_id for key in some if (media_id := media_of(key)) is not None}
        living = await snapshots.living_pictures(pictures)
        here = [key for key in some if media_of(key) in living]
        copies = await _living_copies(snapshots, here)
        missing += [key for key in here if copy_of(key) is None or key in copies]
    manifest.add(line_text(Missing(key=key)) for key in missing)
    return tuple(missing)


async def _living_copies(snapshots: Snapshots, keys: Sequence[str]) -> set[str]:
    ids = {key: compression_id for key in keys if (compression_id := copy_of(key)) is not None}
    living = await snapshots.living_copies(ids.values())
    return {key for key, compression_id in ids.items() if compression_id in living}


def _batches(things: Iterable[T]) -> Iterator[list[T]]:
    left = iter(things)
    while some := list(islice(left, _AT_ONCE)):
        yield some
