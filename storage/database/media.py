"""Pictures as rows one may look at and change."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, MediaId
from domain.media.collections import Usage
from domain.media.details import Details
from domain.media.media import Media
from storage.database.holding import in_order
from storage.database.media_rows import FIELDS, add_media, all_media, one_media, search_values, tag_rows
from storage.database.tables.accounts import accounts
from storage.database.tables.media import media, media_tags, uploads
from storage.database.visibility import avatar_visible_to, draft_is_over, media_here, media_visible_to

_HERE = media.c.gone_at.is_(None)


class MediaRows:
    """Implements `domain.media.collections.AllMedia`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, media: Media) -> None:
        await add_media(self._connection, media)

    async def get(self, media_id: MediaId) -> Media | None:
        return await one_media(self._connection, _HERE, media.c.id == media_id)

    async def owned(self, media_id: MediaId, owner_id: AccountId, now: datetime) -> Media | None:
        return await one_media(self._connection, media_here(now), media.c.id == media_id, media.c.owner_id == owner_id)

    async def owned_among(self, media_ids: Sequence[MediaId], owner_id: AccountId, now: datetime) -> Sequence[Media]:
        query = select(*FIELDS).where(media_here(now), media.c.id.in_(media_ids), media.c.owner_id == owner_id)
        return await all_media(self._connection, query)

    async def visible(self, media_id: MediaId, viewer: AccountId | None, now: datetime) -> Media | None:
        return await one_media(self._connection, media.c.id == media_id, media_visible_to(viewer, now))

    async def avatar_of(self, account_id: AccountId, viewer: AccountId | None, now: datetime) -> Media | None:
        shown = select(*FIELDS).join(accounts, accounts.c.avatar_media_id == media.c.id)
        query = shown.where(accounts.c.id == account_id, avatar_visible_to(viewer, now))
        return next(iter(await all_media(self._connection, query)), None)

    async def change(self, media: Media, details: Details) -> None:
        await self._hold(media.id)  # or of two changes at once the later would undo what the other one changed
        now = await self.get(media.id) or media
        given = {name: value for name, value in dataclasses.asdict(details).items() if value is not None}
        await self._change(dataclasses.replace(now, **given))

    async def _hold(self, media_id: MediaId) -> None:
        await self._connection.execute(select(media.c.id).where(media.c.id == media_id).with_for_update())

    async def _change(self, to: Media) -> None:
        values = {"name": to.name, "alt": to.alt, "is_draft": to.is_draft, **search_values(to.name, to.tags, to.alt)}
        await self._connection.execute(update(media).where(media.c.id == to.id).values(values))
        await self._connection.execute(delete(media_tags).where(media_tags.c.media_id == to.id))
        if to.tags:
            await self._connection.execute(insert(media_tags), tag_rows(to.id, to.tags))

    async def usage(self, owner_id: AccountId | None = None) -> Usage:
        query = select(func.count(), func.coalesce(func.sum(media.c.bytes), 0)).where(_HERE)
        if owner_id is not None:
            query = query.where(media.c.owner_id == owner_id)
        pictures, bytes_ = (await self._connection.execute(query)).one()
        return Usage(pictures=pictures, bytes=int(bytes_))

    async def mark_gone(self, media_id: MediaId, now: datetime) -> bool:
        # The account first, as one does who leaves: otherwise each could wait for the other.
        owner = select(media.c.owner_id).where(media.c.id == media_id).scalar_subquery()
        held = select(accounts.c.id).where(accounts.c.id == owner).with_for_update(key_share=True)
        await self._connection.execute(held)
        here = update(media).where(_HERE, media.c.id == media_id).values(gone_at=now)
        if (await self._connection.execute(here)).rowcount == 0:
            return False
        await self._connection.execute(
            update(accounts).where(accounts.c.avatar_media_id == media_id).values(avatar_media_id=None)
        )
        return True

    async def mark_all_gone(self, owner_id: AccountId, now: datetime) -> None:
        theirs = in_order(media.c.id, _HERE, media.c.owner_id == owner_id)
        await self._connection.execute(update(media).where(_HERE, theirs).values(gone_at=now))

    async def mark_drafts_gone(self, now: datetime) -> Mapping[MediaId, AccountId]:
        over = update(media).where(_HERE, in_order(media.c.id, _HERE, draft_is_over(now))).values(gone_at=now)
        rows = await self._connection.execute(over.returning(media.c.id, media.c.owner_id))
        return {row.id: row.owner_id for row in rows}

    async def marked_gone(self, limit: int, owner_id: AccountId | None = None) -> Sequence[MediaId]:
        query = select(media.c.id).where(media.c.gone_at.is_not(None)).order_by(media.c.gone_at).limit(limit)
        if owner_id is not None:
            query = query.where(media.c.owner_id == owner_id)
        return (await self._connection.execute(query)).scalars().all()

    async def remove(self, media_ids: Sequence[MediaId]) -> None:
        # In the order in which what finishes an upload takes them: otherwise each could wait for the other.
        await self._connection.execute(delete(uploads).where(in_order(uploads.c.id, uploads.c.media_id.in_(media_ids))))
        await self._connection.execute(delete(media).where(in_order(media.c.id, media.c.id.in_(media_ids))))

    async def stored(self, after: MediaId | None, limit: int) -> Sequence[Media]:
        query = select(*FIELDS).order_by(media.c.id).limit(limit)
        return await all_media(self._connection, query if after is None else query.where(media.c.id > after))
