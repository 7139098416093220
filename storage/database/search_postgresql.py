"""Posts by their words on PostgreSQL.

Its index of words (GIN) gives all posts that fit at once and in no order: fast for a rare word, slow for one that is
everywhere. So the newest posts are read first, which fills a page when a word is frequent, and the index is asked when
it is not. PostgreSQL's own choice between the two goes wrong by seconds where old posts speak of other things than new.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Text, cast, func, literal, select
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.search.question import PostQuestion
from storage.database.search_stretch import STRETCHES, Asked, holds_words, in_stretches
from storage.database.tables.posts import posts
from storage.database.visibility import post_visible_to

_NEWEST = (1500, 4500)  # posts, whatever they say, which takes some milliseconds
_FREQUENT = 60  # that fit among those: the index would give thousands
_BEHIND_ALL = UUID(int=(1 << 128) - 1)


async def found_by_tsvector(connection: AsyncConnection, asked: Asked) -> tuple[list[UUID], UUID | None]:
    """Ids of posts that fit and are seen, newest first, and how far back all were looked at (None: to the end)."""
    before = asked.before or _BEHIND_ALL
    newest, index = _Newest(connection, asked), _Index(connection, asked)
    found, reached = await in_stretches(asked.wanted, before, _NEWEST, end_of=newest.end_of, seen_in=newest.seen_in)
    if reached is None or await newest.count(before, reached) >= _FREQUENT:
        return found, reached
    return await in_stretches(
        asked.wanted, reached, STRETCHES[-1:], end_of=index.end_of, seen_in=index.seen_in, found=found
    )


class _Newest:
    """Stretches of all posts."""

    def __init__(self, connection: AsyncConnection, asked: Asked) -> None:
        self._connection, self._asked = connection, asked
        self._fits = holds_words(asked.question)

    async def end_of(self, before: UUID, size: int) -> UUID | None:
        its = select(posts.c.id).where(posts.c.id < before).order_by(posts.c.id.desc()).offset(size - 1).limit(1)
        return await self._connection.scalar(its)

    async def seen_in(self, before: UUID, end: UUID | None, wanted: int) -> Sequence[UUID]:
        seen = post_visible_to(self._asked.viewer, self._asked.now)
        its = select(posts.c.id).where(*_between(before, end), *self._fits, seen)
        return (await self._connection.execute(its.order_by(posts.c.id.desc()).limit(wanted))).scalars().all()

    async def count(self, before: UUID, end: UUID) -> int:
        """How many fit, whoever looks."""
        its = select(func.count()).select_from(posts).where(*_between(before, end), *self._fits)
        return await self._connection.scalar(its) or 0


class _Index:
    """Stretches of the posts that the index gives; it is asked by itself, or PostgreSQL would think of another way."""

    def __init__(self, connection: AsyncConnection, asked: Asked) -> None:
        self._connection, self._asked = connection, asked

    async def end_of(self, before: UUID, size: int) -> UUID | None:
        fits = self._fits(before)
        return await self._connection.scalar(select(fits.c.id).order_by(fits.c.id.desc()).offset(size - 1).limit(1))

    async def seen_in(self, before: UUID, end: UUID | None, wanted: int) -> Sequence[UUID]:
        fits = self._fits(before)
        its = select(posts.c.id).join_from(fits, posts, posts.c.id == fits.c.id)
        its = its.where(*_between(before, end), post_visible_to(self._asked.viewer, self._asked.now))
        return (await self._connection.execute(its.order_by(posts.c.id.desc()).limit(wanted))).scalars().all()

    def _fits(self, before: UUID) -> CTE:
        # The same expression as that of the index, or it is not used.
        words = func.array_to_tsvector(func.array_remove(func.string_to_array(posts.c.words, _SPACE), _NOTHING))
        its = select(posts.c.id).where(words.op("@@")(_tsquery(self._asked.question)), posts.c.id < before)
        return its.cte("fits").prefix_with("MATERIALIZED")


_SPACE, _NOTHING = literal(" ", literal_execute=True), literal("", literal_execute=True)


def _between(before: UUID, end: UUID | None) -> list[ColumnElement[bool]]:
    return [posts.c.id < before, *([] if end is None else [posts.c.id >= end])]


def _tsquery(question: PostQuestion) -> ColumnElement[str]:
    # Quoted, a word is nothing but itself, and it holds no quotes (`domain.search.words`).
    parts = [f"'{word}'" for word in question.words]
    if question.begun is not None:
        parts.append(f"'{question.begun}':*")
    return cast(cast(" & ".join(parts), Text), TSQUERY)
