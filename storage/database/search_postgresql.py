"""Posts by their words on PostgreSQL.

Its index of words (GIN) gives all posts that fit at once and in no order: fast for a rare word, slow for one that is
everywhere. So the newest posts are read first, which fills a page when a word is frequent, and the index is asked when
it is not. PostgreSQL's own choice between the two goes wrong by seconds where old posts speak of other things than new.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Text, any_, bindparam, func, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.search.question import PostQuestion
from storage.database.parameters import NOW, VIEWER
from storage.database.search_stretch import STRETCHES, Asked, holds_words, in_stretches
from storage.database.tables.posts import posts
from storage.database.visibility import post_visible_to

_NEWEST = (1500, 4500)  # posts, whatever they say, which takes some milliseconds
_FREQUENT = 60  # that fit among those: the index would give thousands
# Put together once, because that takes as long as having it done.
_SEEN = select(posts.c.id).where(post_visible_to(VIEWER, NOW)).order_by(posts.c.id.desc())
_BEHIND_ALL = UUID(int=(1 << 128) - 1)


async def found_by_tsvector(connection: AsyncConnection, asked: Asked) -> tuple[list[UUID], UUID | None]:
    """Ids of posts that fit and are seen, newest first, and how far back all were looked at (None: to the end)."""
    before = asked.before or _BEHIND_ALL
    newest, index = _Newest(connection, asked), _Index(connection, asked)
    found, reached = await in_stretches(asked.wanted, before, _NEWEST, end_of=newest.end_of, seen_in=newest.seen_in)
    if reached is None or await newest.count(before, reached) >= _FREQUENT:
        return found, reached
    return await in_stretches(asked.wanted, reached, STRETCHES, end_of=index.end_of, seen_in=index.seen_in, found=found)


class _Newest:
    """Stretches of all posts."""

    def __init__(self, connection: AsyncConnection, asked: Asked) -> None:
        self._connection, self._asked = connection, asked
        self._fits = holds_words(asked.question)

    async def end_of(self, before: UUID, size: int) -> UUID | None:
        its = select(posts.c.id).where(posts.c.id < before).order_by(posts.c.id.desc()).offset(size - 1).limit(1)
        return await self._connection.scalar(its)

    async def seen_in(self, before: UUID, end: UUID | None, wanted: int) -> Sequence[UUID]:
        its = _SEEN.where(*_between(before, end), *self._fits).limit(wanted)
        return (await self._connection.scalars(its, _who(self._asked))).all()

    async def count(self, before: UUID, end: UUID) -> int:
        """How many fit, whoever looks."""
        its = select(func.count()).select_from(posts).where(*_between(before, end), *self._fits)
        return await self._connection.scalar(its) or 0


class _Index:
    """Stretches of the posts that the index gives, asked for three days at a time from the newest on."""

    def __init__(self, connection: AsyncConnection, asked: Asked) -> None:
        self._connection, self._asked = connection, asked
        self._fitting: Sequence[UUID] = ()

    async def end_of(self, before: UUID, size: int) -> UUID | None:
        self._fitting = await self._fits(before, size)
        return min(self._fitting) if len(self._fitting) == size else None

    async def seen_in(self, _before: UUID, _end: UUID | None, wanted: int) -> Sequence[UUID]:
        its = _SEEN.where(posts.c.id == any_(literal(self._fitting, ARRAY(posts.c.id.type)))).limit(wanted)
        return (await self._connection.scalars(its, _who(self._asked))).all()

    async def _fits(self, before: UUID, size: int) -> Sequence[UUID]:
        """The newest `size` that fit: a loop over the days in their order, which ends when it has enough."""
        oldest = await self._connection.scalar(select(posts.c.id).order_by(posts.c.id).limit(1)) or before
        typed = [_typed(self._asked.question, days) for days in range(_days(before), _days(oldest) - 1, -1)]
        asked = {"typed": typed, "before": before, "size": size}
        return (await self._connection.scalars(_NEWEST_FITTING, asked)).all()


def _days(post_id: UUID) -> int:
    """The three days an id is of: as many milliseconds as 28 bits hold."""
    return post_id.int >> 108


# The expression is that of the index in migration 0008, or it is not used. Without the offset PostgreSQL would rather
# read all posts in the order of their ids.
_NEWEST_FITTING = (
    text("""
        SELECT fitting.id FROM unnest(CAST(:typed AS text[])) AS typed CROSS JOIN LATERAL (
            SELECT unsorted.id FROM (
                SELECT id FROM posts WHERE id < :before AND
                    array_to_tsvector(string_to_array(left(CAST(id AS text), 5) || '/' ||
                        replace(words, ' ', ' ' || left(CAST(id AS text), 5) || '/'), ' '))
                    @@ CAST(typed AS tsquery)
                OFFSET 0
            ) AS unsorted ORDER BY unsorted.id DESC LIMIT :size
        ) AS fitting LIMIT :size
    """)
    .bindparams(bindparam("typed", type_=ARRAY(Text)), bindparam("before", type_=posts.c.id.type))
    .columns(posts.c.id)
)


def _who(asked: Asked) -> dict[str, Any]:
    return {"viewer": asked.viewer, "now": asked.now}


def _between(before: UUID, end: UUID | None) -> list[ColumnElement[bool]]:
    return [posts.c.id < before, *([] if end is None else [posts.c.id >= end])]


def _typed(question: PostQuestion, days: int) -> str:
    """What the index is asked for in these days, whose number stands before each word."""
    # Quoted, a word is nothing but itself, and it holds no quotes (`domain.search.words`).
    parts = [f"'{days:05x}/{word}'" for word in question.words]
    if question.begun is not None:
        parts.append(f"'{days:05x}/{question.begun}':*")
    return " & ".join(parts)
