"""Comparing rows with files: bytes that no row names, and rows whose bytes are missing."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum

from domain.files import FileMissing, Files
from domain.ids import MediaId
from domain.media.keys import ORIGINALS, RENDITIONS, keys_of, media_of
from domain.media.media import Media, Status
from domain.work import Works

_AT_ONCE = 500


class Kind(StrEnum):
    """Which side is missing."""

    NO_BYTES = "no bytes"
    NO_ROW = "no row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One key on which rows and files disagree."""

    kind: Kind
    key: str

    def __str__(self) -> str:
        return f"{self.key}: {self.kind}"


async def differences(works: Works, files: Files) -> list[Difference]:
    """Every difference; what changes while it is looked for is asked for again before it is named."""
    found = [Difference(kind=Kind.NO_ROW, key=key) for key in await strays(works, files)]
    return found + [Difference(kind=Kind.NO_BYTES, key=key) for key in await _missing(works, files)]


async def strays(works: Works, files: Files) -> list[str]:
    """Keys of bytes that belong to no picture, or to none of the things its row names."""
    # Files first: a row is always written before its bytes, so bytes seen here without a row later have none.
    seen = [stored.key for prefix in (ORIGINALS, RENDITIONS) async for stored in files.list(prefix)]
    named: set[str] = set()
    growing: set[MediaId] = set()
    async for media in _rows(works):
        named.update(keys_of(media))
        if _may_grow(media):
            growing.add(media.id)
    unnamed = [key for key in seen if key not in named and media_of(key) not in growing]
    return [key for key in unnamed if await _exists(files, key) and not await _is_named(works, key)]


async def _missing(works: Works, files: Files) -> list[str]:
    seen = {stored.key for prefix in (ORIGINALS, RENDITIONS) async for stored in files.list(prefix)}
    named = [key async for media in _rows(works) for key in keys_of(media)]
    absent = [key for key in named if key not in seen and not await _exists(files, key)]
    return [key for key in absent if await _is_named(works, key)]


async def _rows(works: Works) -> AsyncIterator[Media]:
    last: MediaId | None = None
    while True:
        async with works.read() as work:
            rows = await work.media.stored(last, _AT_ONCE)
        for media in rows:
            yield media
        if len(rows) < _AT_ONCE:
            return
        last = rows[-1].id


async def _exists(files: Files, key: str) -> bool:
    try:
        await files.size(key)
    except FileMissing:
        return False
    return True


async def _is_named(works: Works, key: str) -> bool:
    """Whether a row names the key by now, or may do so any moment."""
    media_id = media_of(key)
    if media_id is None:
        return False
    async with works.read() as work:
        media = await work.media.get(media_id)
    return media is not None and (key in keys_of(media) or _may_grow(media))


def _may_grow(media: Media) -> bool:
    """Whether bytes may come that its row does not name yet."""
    return media.status is not Status.COMPLETED
