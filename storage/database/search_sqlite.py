"""Posts by their words on SQLite: FTS5, which gives row numbers from the newest without sorting."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, column, literal, select, table
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.search.question import PostQuestion
from storage.database.search_stretch import STRETCHES, Asked, in_stretches
from storage.database.tables.posts import posts
from storage.database.visibility import post_visible_to

# Migration 0006 makes it and its triggers keep it in step with `posts`. Every prefix up to this many characters is
# kept with its rows; a longer one would be put together from those of all its words, up to a second for a million.
_LONGEST_PREFIX = 6
_BEHIND_ALL = (1 << 63) - 1
_index = table("post_words", column("rowid"), column("post_words"))


async def found_by_fts5(connection: AsyncConnection, asked: Asked) -> tuple[list[UUID], UUID | None]:
    """Ids of posts that fit and are seen, newest first, and how far back all were looked at (None: to the end)."""
    fits = _fits(asked.question)

    async def end_of(before: int, size: int) -> int | None:
        its = select(_index.c.rowid).where(fits, _index.c.rowid < before)
        return await connection.scalar(its.order_by(_index.c.rowid.desc()).offset(size - 1).limit(1))

    async def seen_in(before: int, end: int | None, wanted: int) -> Sequence[UUID]:
        its = select(posts.c.id).join_from(_index, posts, posts.c.number == _index.c.rowid)
        its = its.where(fits, _index.c.rowid < before, _index.c.rowid >= (end or 0), *_whole(asked.question))
        its = its.where(post_visible_to(asked.viewer, asked.now)).order_by(_index.c.rowid.desc()).limit(wanted)
        return (await connection.execute(its)).scalars().all()

    found, reached = await in_stretches(
        asked.wanted, await _place(connection, asked.before), STRETCHES, end_of=end_of, seen_in=seen_in
    )
    last = select(posts.c.id).where(posts.c.number == reached)
    return found, None if reached is None else await connection.scalar(last)


async def _place(connection: AsyncConnection, before: UUID | None) -> int:
    """The row number that every post behind this one has a smaller one than, also when it is gone meanwhile."""
    if before is None:
        return _BEHIND_ALL
    its = select(posts.c.number, posts.c.id).where(posts.c.id <= before).order_by(posts.c.id.desc()).limit(1)
    row = (await connection.execute(its)).first()
    return 0 if row is None else row.number + (row.id != before)


def _fits(question: PostQuestion) -> ColumnElement[bool]:
    # Quoted, a word is nothing but itself: AND, NEAR and the like mean something only without quotes.
    parts = [f'"{word}"' for word in question.words]
    if question.begun is not None:
        parts.append(f'"{question.begun[:_LONGEST_PREFIX]}" *')
    return _index.c.post_words.match(" ".join(parts))


def _whole(question: PostQuestion) -> list[ColumnElement[bool]]:
    """The rest of a beginning that is longer than those the index keeps."""
    if question.begun is None or len(question.begun) <= _LONGEST_PREFIX:
        return []
    return [(literal(" ") + posts.c.words).contains(f" {question.begun}")]
