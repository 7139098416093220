"""Posts between rows and the domain: what a list of them asks for, and how its rows become whole ones."""

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, String, bindparam, cast, exists, false, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.functions import aggregate_strings

from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId
from domain.media.media import Rendition
from domain.paging import Page, Window, cut_page
from domain.posts.named_in_text import handles_in
from domain.posts.post import Post, ShownPicture, ShownPost, Visibility
from storage.database.cursors import id_in
from storage.database.people import seen_columns, seen_from
from storage.database.tables.accounts import accounts
from storage.database.tables.media import media, renditions
from storage.database.tables.posts import likes, post_media, post_mentions, posts
from storage.database.visibility import person_listed_for

# With names of their own, because an account in the same row has an `id` and a `created_at` too.
POST_COLUMNS = [posts.c[field.name].label(f"post_{field.name}") for field in dataclasses.fields(Post)]
# All renditions of a picture as one text: eight rows for each of thirty pictures took longer than the rest of a page.
_WRITTEN = (
    renditions.c.content_type
    + ","
    + cast(renditions.c.width, String)
    + ","
    + cast(renditions.c.height, String)
    + ","
    + cast(renditions.c.bytes, String)
)
_MADE = select(aggregate_strings(_WRITTEN, " ")).where(renditions.c.media_id == media.c.id).scalar_subquery()
_SHOWN = (media.c.id, media.c.width, media.c.height, media.c.alt, media.c.placeholder, _MADE.label("made"))
# None of them is gone or a draft that could be over: a post keeps its pictures. Asked nevertheless, SQLite would begin
# with all the pictures that are here.
_PICTURES = (
    select(post_media.c.post_id, *_SHOWN)
    .join_from(post_media, media)
    .where(post_media.c.post_id.in_(bindparam("posts", expanding=True)))
    .order_by(post_media.c.position)
)


def post_from(row: Row[Any]) -> Post:
    """The post in a row that has `POST_COLUMNS`, among others or not."""
    return Post(
        id=row.post_id,
        author_id=row.post_author_id,
        caption=row.post_caption,
        visibility=Visibility(row.post_visibility),
        like_count=row.post_like_count,
        comment_count=row.post_comment_count,
        created_at=row.post_created_at,
        edited_at=row.post_edited_at,
    )


def shown_posts(viewer: AccountId | None) -> Select[Any]:
    """The query of posts that `read_shown` reads; conditions and order are its caller's, visibility included."""
    own_like = exists().where(likes.c.post_id == posts.c.id, likes.c.account_id == viewer)
    is_liked = (false() if viewer is None else own_like).label("is_liked")
    author = accounts.c.id == posts.c.author_id
    return select(*POST_COLUMNS, is_liked, *seen_columns(viewer)).select_from(posts).join(accounts, author)


async def page_of_posts(
    connection: AsyncConnection,
    viewer: AccountId | None,
    window: Window,
    now: datetime,
    *conditions: ColumnElement[bool],
) -> Page[ShownPost]:
    """A page, newest first, of the posts for which the conditions hold."""
    query = shown_posts(viewer).where(*conditions).order_by(posts.c.id.desc()).limit(window.limit + 1)
    if window.after is not None:
        query = query.where(posts.c.id < id_in(window.after[0]))
    rows = (await connection.execute(query)).all()
    page = cut_page("posts", rows, window.limit, lambda row: (str(row.post_id),))
    return Page(items=tuple(await read_shown(connection, page.items, viewer, now)), next_cursor=page.next_cursor)


async def read_shown(
    connection: AsyncConnection, rows: Sequence[Row[Any]], viewer: AccountId | None, now: datetime
) -> list[ShownPost]:
    """Whole posts from rows of `shown_posts`, in their order; at most two queries more, however many they are."""
    pictures = await _pictures(connection, [row.post_id for row in rows])
    mentions = await _mentions(
        connection, [row.post_id for row in rows if "@" in (row.post_caption or "")], viewer, now
    )
    authors: dict[UUID, SeenAccount] = {}
    for row in rows:
        if row.id not in authors:
            authors[row.id] = seen_from(row, viewer)
    return [
        ShownPost(
            post=post_from(row),
            author=authors[row.id],
            is_liked=bool(row.is_liked),
            pictures=tuple(pictures[row.post_id]),
            mentions=tuple(sorted(mentions[row.post_id], key=_place_in(row.post_caption))),
        )
        for row in rows
    ]


async def _pictures(connection: AsyncConnection, post_ids: Sequence[UUID]) -> defaultdict[UUID, list[ShownPicture]]:
    found: defaultdict[UUID, list[ShownPicture]] = defaultdict(list)
    if not post_ids:
        return found
    for row in await connection.execute(_PICTURES, {"posts": post_ids}):
        found[row.post_id].append(
            ShownPicture(
                id=row.id,
                width=row.width,
                height=row.height,
                alt=row.alt,
                placeholder=row.placeholder,
                renditions=_renditions_in(row.made),
            )
        )
    return found


@lru_cache(2048)  # everybody looks at the same newest posts
def _renditions_in(made: str | None) -> tuple[Rendition, ...]:
    found: list[Rendition] = []
    for one in (made or "").split():
        content_type, width, height, bytes_ = one.split(",")
        found.append(Rendition(content_type=content_type, width=int(width), height=int(height), bytes=int(bytes_)))
    # Of one size the JPEG first, as whoever takes the first one wants what every program can show.
    return tuple(sorted(found, key=lambda one: (-one.width, one.content_type != "image/jpeg")))


async def _mentions(
    connection: AsyncConnection, post_ids: Sequence[UUID], viewer: AccountId | None, now: datetime
) -> defaultdict[UUID, list[str]]:
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    if not post_ids:
        return found
    query = select(post_mentions.c.post_id, accounts.c.handle).join_from(post_mentions, accounts)
    for post_id, handle in await connection.execute(
        query.where(post_mentions.c.post_id.in_(post_ids), person_listed_for(viewer, now))
    ):
        found[post_id].append(handle)
    return found


def _place_in(caption: str | None) -> Callable[[str], int]:
    places = {handle: place for place, handle in enumerate(handles_in(caption))}
    return lambda handle: places.get(handle.lower(), len(places))
