"""Posts as rows that are written and looked up, each with what it counts."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, delete, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningUpdate

from domain.ids import AccountId, MediaId, PostId
from domain.paging import Page, Window
from domain.posts.named_in_text import hashtags_in
from domain.posts.post import Post, ShownPost, Visibility
from domain.search.words import searchable
from storage.database.parameters import NOW, VIEWER
from storage.database.post_counts import count_post
from storage.database.post_leaving import remove_all_of
from storage.database.post_locks import lock_people, lock_pictures, lock_post
from storage.database.post_mentions import mentioned, named, people_called, set_mentioned
from storage.database.post_rows import POST_COLUMNS, page_of_posts, post_from, read_shown, shown_posts
from storage.database.tables.posts import post_media, post_tags, posts
from storage.database.visibility import (
    REACH_AUTHOR,
    REACH_EVERYBODY,
    REACH_FOLLOWERS,
    REACH_NOBODY,
    post_visible_to,
)

_REACH = {
    Visibility.PUBLIC: REACH_EVERYBODY,
    Visibility.FOLLOWERS: REACH_FOLLOWERS,
    Visibility.ME: REACH_AUTHOR,
}

_ONE = select(*POST_COLUMNS).where(posts.c.id == bindparam("post"))
_VISIBLE, _PUBLIC = _ONE.where(post_visible_to(VIEWER, NOW)), _ONE.where(post_visible_to(None, NOW))
_these = posts.c.id.in_(bindparam("posts", expanding=True))
_SHOWN = shown_posts(VIEWER).where(_these, post_visible_to(VIEWER, NOW))
_SHOWN_TO_ALL = shown_posts(None).where(_these, post_visible_to(None, NOW))


class PostRows:
    """Implements `domain.posts.collections.Posts`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hold(
        self, post_id: PostId, viewer: AccountId, now: datetime, people: Collection[AccountId] = ()
    ) -> Post | None:
        await lock_post(self._connection, post_id, {viewer, *people})
        return await self.visible(post_id, viewer, now)

    async def hold_people(self, people: Collection[AccountId]) -> None:
        await lock_people(self._connection, people)

    async def hold_pictures(self, media_ids: Collection[MediaId]) -> None:
        await lock_pictures(self._connection, media_ids)

    async def add(self, post: Post, pictures: Sequence[MediaId]) -> None:
        values = {
            "id": post.id,
            "author_id": post.author_id,
            "created_at": post.created_at,
            **_written(post),
        }
        await count_post(self._connection, post.author_id, post.visibility, 1)
        await self._connection.execute(insert(posts).values(values))
        its = [{"post_id": post.id, "position": place, "media_id": one} for place, one in enumerate(pictures)]
        await self._connection.execute(insert(post_media), its)
        await self._add_tags(post)

    async def change(self, post: Post) -> None:
        before = await self.get(post.id)
        if before is None:
            return
        if before.visibility is not post.visibility:
            await count_post(self._connection, post.author_id, before.visibility, -1)
            await count_post(self._connection, post.author_id, post.visibility, 1)
        await self._connection.execute(update(posts).where(posts.c.id == post.id).values(_written(post)))
        if before.caption != post.caption:
            await self._connection.execute(delete(post_tags).where(post_tags.c.post_id == post.id))
            await self._add_tags(post)

    async def _add_tags(self, post: Post) -> None:
        tags = [{"tag": tag, "post_id": post.id} for tag in hashtags_in(post.caption)]
        if tags:
            await self._connection.execute(insert(post_tags), tags)

    async def remove(self, post_id: PostId) -> bool:
        removed = delete(posts).where(posts.c.id == post_id)
        row = (await self._connection.execute(removed.returning(*POST_COLUMNS, posts.c.reach))).first()
        if row is not None and row.reach > REACH_NOBODY:
            await count_post(self._connection, row.post_author_id, Visibility(row.post_visibility), -1)
        return row is not None

    async def get(self, post_id: PostId) -> Post | None:
        row = (await self._connection.execute(select(*POST_COLUMNS).where(posts.c.id == post_id))).first()
        return None if row is None else post_from(row)

    async def visible(self, post_id: PostId, viewer: AccountId | None, now: datetime) -> Post | None:
        query = _VISIBLE if viewer is not None else _PUBLIC
        row = (await self._connection.execute(query, {"post": post_id, "viewer": viewer, "now": now})).first()
        return None if row is None else post_from(row)

    async def shown(self, post_ids: Sequence[PostId], viewer: AccountId | None, now: datetime) -> Sequence[ShownPost]:
        query = _SHOWN if viewer is not None else _SHOWN_TO_ALL
        asked = {"posts": post_ids, "now": now, **({} if viewer is None else {"viewer": viewer})}
        rows = (await self._connection.execute(query, asked)).all()
        found = {one.post.id: one for one in await read_shown(self._connection, rows, viewer, now)}
        return [found[post_id] for post_id in post_ids if post_id in found]

    async def of_author(
        self, author_id: AccountId, viewer: AccountId | None, window: Window, now: datetime
    ) -> Page[ShownPost]:
        its = (posts.c.author_id == author_id, post_visible_to(viewer, now))
        return await page_of_posts(self._connection, viewer, window, now, *its)

    async def tagged(self, tag: str, viewer: AccountId | None, window: Window, now: datetime) -> Page[ShownPost]:
        if hashtags_in(f"#{tag}") != (tag,):
            return Page(items=())  # no post can have it; PostgreSQL would not even take some of what people write
        its = (posts.c.id.in_(select(post_tags.c.post_id).where(post_tags.c.tag == tag)), post_visible_to(viewer, now))
        return await page_of_posts(self._connection, viewer, window, now, *its)

    async def explore(self, viewer: AccountId | None, window: Window, now: datetime) -> Page[ShownPost]:
        # What anybody may see and this viewer as well; said as one number, the reach is read in the index's order.
        its = (posts.c.reach == REACH_EVERYBODY, post_visible_to(None, now), post_visible_to(viewer, now))
        return await page_of_posts(self._connection, viewer, window, now, *its)

    async def pictures_of(self, post_id: PostId) -> Sequence[MediaId]:
        query = select(post_media.c.media_id).where(post_media.c.post_id == post_id).order_by(post_media.c.position)
        return (await self._connection.execute(query)).scalars().all()

    async def uses(self, media_id: MediaId) -> bool:
        query = select(exists().where(post_media.c.media_id == media_id))
        return bool((await self._connection.execute(query)).scalar_one())

    async def people_called(self, handles: Sequence[str]) -> Collection[AccountId]:
        return await people_called(self._connection, handles) if handles else ()

    async def named(self, handles: Sequence[str], post_id: PostId, now: datetime) -> Collection[AccountId]:
        return await named(self._connection, handles, post_id, now) if handles else ()

    async def mentioned(self, post_id: PostId) -> Collection[AccountId]:
        return await mentioned(self._connection, post_id)

    async def set_mentioned(self, post_id: PostId, people: Collection[AccountId]) -> None:
        await set_mentioned(self._connection, post_id, people)

    async def take_down(self, post_id: PostId, reason: str, now: datetime) -> bool:
        await lock_post(self._connection, post_id)
        down = {"reach": REACH_NOBODY, "taken_down_at": now, "taken_down_reason": reason}
        its = update(posts).where(posts.c.id == post_id, posts.c.taken_down_at.is_(None)).values(down)
        return await self._count_changed(its.returning(*POST_COLUMNS), -1)

    async def restore(self, post_id: PostId) -> bool:
        await lock_post(self._connection, post_id)
        reach = case(*((posts.c.visibility == name.value, value) for name, value in _REACH.items()))
        up = {"reach": reach, "taken_down_at": None, "taken_down_reason": None}
        its = update(posts).where(posts.c.id == post_id, posts.c.taken_down_at.is_not(None)).values(up)
        return await self._count_changed(its.returning(*POST_COLUMNS), 1)

    async def remove_all_of(self, account_id: AccountId) -> None:
        await remove_all_of(self._connection, account_id)

    async def _count_changed(self, changing: ReturningUpdate[Any], by: int) -> bool:
        row = (await self._connection.execute(changing)).first()
        if row is not None:
            await count_post(self._connection, row.post_author_id, Visibility(row.post_visibility), by)
        return row is not None


def _written(post: Post) -> dict[str, Any]:
    return {
        "caption": post.caption,
        "words": searchable(post.caption or ""),
        "visibility": post.visibility.value,
        "reach": _REACH[post.visibility],
        "edited_at": post.edited_at,
    }
