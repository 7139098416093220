"""Every key that the rows say there are bytes under, in order, a page of rows at a time."""

from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from domain.ids import MediaId
from domain.media.keys import ORIGINALS, keys_of
from domain.media.media import Media
from domain.work import Work, Works

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One key, how many bytes are under it, and for an original their SHA-256 (32 bytes)."""

    key: str
    sha256: bytes | None
    bytes: int


def named_by(media: Media) -> tuple[Named, ...]:
    """What one picture's row names, sorted by key: smaller copies that are kept, the original, the renditions."""
    original = () if media.original_id is None else (media.bytes,)
    lengths = original + tuple(made.bytes for made in (*media.renditions, *media.compressions))
    named = (
        Named(key=key, bytes=length, sha256=media.sha256 if key.startswith(ORIGINALS) else None)
        for key, length in zip(keys_of(media), lengths, strict=True)
    )
    return tuple(sorted(named, key=lambda one: one.key))


async def named_below(works: Works, prefix: str) -> AsyncGenerator[Named, None]:
    """What all rows name below one of `FOLDERS`, sorted by key; those marked as gone included."""
    async for media in every_picture(works):
        for named in named_by(media):
            if named.key.startswith(prefix):
                yield named


class Readable(Protocol):
    """Works that are only read, such as a snapshot."""

    def read(self) -> AbstractAsyncContextManager[Work]:
        """See `Works.read`."""
        ...


async def every_picture(works: Readable) -> AsyncGenerator[Media, None]:
    """Every row in the order of the ids, those marked as gone included."""
    last: MediaId | None = None
    while True:
        async with works.read() as work:
            rows = await work.media.stored(last, _AT_ONCE)
        for media in rows:
            yield media
        if len(rows) < _AT_ONCE:
            return
        last = rows[-1].id
