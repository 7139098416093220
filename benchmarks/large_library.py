"""A library of thousands, quickly: a handful of pictures that Kamra made itself, copied row by row over the years."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import insert

from domain.ids import MediaId, OriginalId, new_uuid
from domain.media.keys import original_key, rendition_key
from domain.media.media import Media, Status
from storage.database.engine import open_engines
from storage.database.media_rows import media_values, tag_rows
from storage.database.tables.media import media, media_tags, renditions
from storage.database.work import Database

_NEWEST = datetime(2026, 11, 1, 12, tzinfo=UTC)
_TAGS = ("garden", "sea", "street", "winter")
_TOGETHER = 500


async def multiply(data: Path, samples: Sequence[Media], count: int, years: float) -> None:
    """Add `count` pictures to the library in the data folder `data`, taken over so many years, the newest first.

    Rows are copies of the samples', with nothing left to be made of them; files are hard links to theirs. Each third is
    tagged.
    """
    engines = open_engines(f"sqlite+aiosqlite:///{data / 'kamra.db'}")
    try:
        every = timedelta(days=365.25 * years) / count
        copies = (_copy(samples[number % len(samples)], number, _NEWEST - number * every) for number in range(count))
        while some := list(islice(copies, _TOGETHER)):
            async with engines.writer.begin() as connection:
                await connection.execute(
                    insert(media), [{**media_values(one), "lighter_at": _NEWEST} for one, _ in some]
                )
                rows = [row for one, _ in some for row in _rendition_rows(one)]
                await connection.execute(insert(renditions), rows)
                await connection.execute(
                    insert(media_tags), [tag for one, _ in some for tag in tag_rows(one.id, one.tags)]
                )
            for one, sample in some:
                _link_files(data, one, sample)
    finally:
        await engines.close()


async def samples_in(data: Path) -> Sequence[Media]:
    """Every picture that the Kamra in the data folder has made ready."""
    database = Database(open_engines(f"sqlite+aiosqlite:///{data / 'kamra.db'}"))
    try:
        async with database.read() as work:
            return [one for one in await work.media.stored(None, 200) if one.status is Status.COMPLETED]
    finally:
        await database.close()


def _copy(sample: Media, number: int, taken_at: datetime) -> tuple[Media, Media]:
    tags = (_TAGS[number % len(_TAGS)],) if number % 3 == 0 else ()
    media_id, original_id = MediaId(new_uuid()), OriginalId(new_uuid())
    name = f"{sample.name.removesuffix('.jpg')} {number}.jpg"
    return replace(sample, id=media_id, original_id=original_id, name=name, tags=tags, taken_at=taken_at), sample


def _rendition_rows(one: Media) -> Iterator[dict[str, object]]:
    for made in one.renditions:
        yield {
            "media_id": one.id,
            "content_type": made.content_type,
            "width": made.width,
            "height": made.height,
            "bytes": made.bytes,
        }


def _link_files(data: Path, one: Media, sample: Media) -> None:
    assert one.original_id is not None
    assert sample.original_id is not None
    pairs = [(original_key(sample.id, sample.original_id), original_key(one.id, one.original_id))]
    for made in one.renditions:
        keys = (rendition_key(media_id, made.width, made.content_type) for media_id in (sample.id, one.id))
        pairs.append((next(keys), next(keys)))
    for source, target in pairs:
        link = data / "files" / target
        link.parent.mkdir(parents=True, exist_ok=True)
        os.link(data / "files" / source, link)
