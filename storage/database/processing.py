"""The steps of a picture from its arrival to its being seen, each one conditional UPDATE."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Update, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.files import Written
from domain.ids import MediaId, OriginalId
from domain.media.media import Media, Rendition, Status
from domain.media.rendering import Rendered
from storage.database.media_rows import FIELDS, all_media, one_media, shown_values
from storage.database.tables.media import media, renditions

_HERE = media.c.gone_at.is_(None)
# A draft lives for an hour, so that nothing lighter is worth its work.
_IS_TO_STAY = media.c.is_draft.is_(False)
_WITHOUT_LIGHTER = (_HERE, media.c.status == Status.COMPLETED.value, media.c.lighter_at.is_(None), _IS_TO_STAY)


def _since(before: datetime, now: datetime) -> ColumnElement[bool]:
    """A time to come was written while the clock was ahead; waiting for it could take days."""
    return or_(media.c.status_at <= before, media.c.status_at > now)


class ProcessingRows:
    """Implements `domain.media.collections.Processing`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def arrived(self, media_id: MediaId, original_id: OriginalId, written: Written, now: datetime) -> bool:
        arrived = {"original_id": original_id, "sha256": written.sha256, "bytes": written.bytes}
        return await self._step(media_id, Status.PENDING, Status.UPLOADED, now, **arrived)

    async def give_up(self, media_id: MediaId, now: datetime, *, while_in: Sequence[Status]) -> bool:
        here = (_HERE, media.c.id == media_id, media.c.status.in_([status.value for status in while_in]))
        return (await self._connection.execute(update(media).where(*here).values(gone_at=now))).rowcount == 1

    async def claim(self, media_id: MediaId, now: datetime) -> Media | None:
        attempts = media.c.attempts + 1
        if not await self._step(media_id, Status.UPLOADED, Status.PROCESSING, now, attempts=attempts):
            return None
        return await one_media(self._connection, media.c.id == media_id)

    async def finish(self, claimed: Media, rendered: Rendered, made: Sequence[Rendition], now: datetime) -> bool:
        read = {
            "content_type": rendered.content_type,
            "width": rendered.width,
            "height": rendered.height,
            "taken_at": rendered.taken_at,
            "has_location": rendered.has_location,
            "camera": dataclasses.asdict(rendered.camera),
            "placeholder": rendered.placeholder,
            "reason": None,
            "reason_facts": {},
            "lighter_at": None,
            "lighter_attempts": 0,
            **({} if rendered.taken_at is None else shown_values(rendered.taken_at)),
        }
        if not await self._end(claimed, Status.COMPLETED, now, **read):
            return False
        await self._connection.execute(delete(renditions).where(renditions.c.media_id == claimed.id))
        await self._add_renditions(claimed, made)
        return True

    async def fail(self, claimed: Media, reason: str, facts: dict[str, str | int], now: datetime) -> bool:
        return await self._end(claimed, Status.FAILED, now, reason=reason, reason_facts=facts)

    async def release(self, claimed: Media, now: datetime, *, as_if_never: bool) -> None:
        await self._end(claimed, Status.UPLOADED, now, attempts=claimed.attempts - as_if_never)

    async def retry(self, media_id: MediaId, now: datetime) -> bool:
        again = {"reason": None, "reason_facts": {}, "attempts": 0}
        return await self._step(media_id, Status.FAILED, Status.UPLOADED, now, **again)

    async def release_stuck(self, before: datetime, now: datetime) -> int:
        stuck = (_HERE, media.c.status == Status.PROCESSING.value, media.c.status_at < before)
        released = update(media).where(*stuck).values(status=Status.UPLOADED.value, status_at=now)
        return (await self._connection.execute(released)).rowcount

    async def stuck(self, before: datetime, now: datetime) -> Sequence[Media]:
        began = (_HERE, media.c.status == Status.PROCESSING.value, _since(before, now))
        return await all_media(self._connection, select(*FIELDS).where(*began))

    async def waiting(self, before: datetime, now: datetime, limit: int) -> Sequence[MediaId]:
        query = select(media.c.id).where(_HERE, media.c.status == Status.UPLOADED.value, _since(before, now))
        return (await self._connection.execute(query.order_by(media.c.status_at).limit(limit))).scalars().all()

    async def claim_lighter(self, media_id: MediaId, now: datetime, *, attempts: int) -> Media | None:
        unmade = update(media).where(media.c.id == media_id, *_WITHOUT_LIGHTER)
        given_up = unmade.where(media.c.lighter_attempts >= attempts).values(lighter_at=now)
        await self._connection.execute(given_up)
        one_more = unmade.values(lighter_attempts=media.c.lighter_attempts + 1, status_at=now)
        if (await self._connection.execute(one_more)).rowcount == 0:
            return None
        return await one_media(self._connection, media.c.id == media_id)

    async def finish_lighter(self, claimed: Media, made: Sequence[Rendition], now: datetime) -> bool:
        finished = _same_attempt(claimed).values(lighter_at=now)
        if (await self._connection.execute(finished)).rowcount == 0:
            return False
        await self._add_renditions(claimed, made)
        return True

    async def release_lighter(self, claimed: Media, now: datetime, *, as_if_never: bool) -> None:
        attempts = media.c.lighter_attempts - int(as_if_never)
        await self._connection.execute(_same_attempt(claimed).values(lighter_attempts=attempts, status_at=now))

    async def without_lighter(self, before: datetime, now: datetime, limit: int) -> Sequence[MediaId]:
        query = select(media.c.id).where(*_WITHOUT_LIGHTER, _since(before, now))
        return (await self._connection.execute(query.order_by(media.c.id.desc()).limit(limit))).scalars().all()

    async def _add_renditions(self, claimed: Media, made: Sequence[Rendition]) -> None:
        rows = [{"media_id": claimed.id, **dataclasses.asdict(rendition)} for rendition in made]
        if rows:
            await self._connection.execute(insert(renditions), rows)

    async def _step(self, media_id: MediaId, from_: Status, to: Status, now: datetime, **values: Any) -> bool:
        step = update(media).where(_HERE, media.c.id == media_id, media.c.status == from_.value)
        return await self._took_place(step, to, now, values)

    async def _end(self, claimed: Media, to: Status, now: datetime, **values: Any) -> bool:
        same = (media.c.id == claimed.id, media.c.attempts == claimed.attempts)
        step = update(media).where(_HERE, *same, media.c.status == Status.PROCESSING.value)
        return await self._took_place(step, to, now, values)

    async def _took_place(self, step: Update, to: Status, now: datetime, values: dict[str, Any]) -> bool:
        result = await self._connection.execute(step.values(status=to.value, status_at=now, **values))
        return result.rowcount == 1


def _same_attempt(claimed: Media) -> Update:
    """Known by when it began, which is also what tells the sweeps how long ago."""
    return update(media).where(media.c.id == claimed.id, *_WITHOUT_LIGHTER, media.c.status_at == claimed.status_at)
