"""Posts by their words on PostgreSQL.

Its index of words (GIN) gives all posts that fit at once and in no order: fast for a rare word, slow for one that is
everywhere. So the newest posts are read first, which fills a page when a word is frequent, and the index is asked when
it is not. PostgreSQL's own choice between the two goes wrong by seconds where old posts speak of other things than new.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Text, any_, bindparam, func, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY
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
        seen = post_visible_to(self._asked.viewer, self._asked.now)
        its = select(posts.c.id).where(*_between(before, end), *self._fits, seen)
        return (await self._connection.execute(its.order_by(posts.c.id.desc()).limit(wanted))).scalars().all()

    async def count(self, before: UUID, end: UUID) -> int:
        """How many fit, whoever looks."""
        its = select(func.count()).select_from(posts).where(*_between(before, end), *self._fits)
        return await self._connection.scalar(its) or 0


class _Index:
    """Stretches of the posts that the index gives, asked for seven weeks at a time from the newest on."""

    def __init__(self, connection: AsyncConnection, asked: Asked) -> None:
        self._connection, self._asked = connection, asked
        self._fitting: Sequence[UUID] = ()

    async def end_of(self, before: UUID, size: int) -> UUID | None:
        self._fitting = await self._fits(before, size)
        return min(self._fitting) if len(self._fitting) == size else None

    async def seen_in(self, _before: UUID, _end: UUID | None, wanted: int) -> Sequence[UUID]:
        fits = posts.c.id == any_(literal(self._fitting, ARRAY(posts.c.id.type)))
        its = select(posts.c.id).where(fits, post_visible_to(self._asked.viewer, self._asked.now))
        return (await self._connection.execute(its.order_by(posts.c.id.desc()).limit(wanted))).scalars().all()

    async def _fits(self, before: UUID, size: int) -> Sequence[UUID]:
        """The newest `size` that fit: a loop over the weeks in their order, which ends when it has enough.

        The index finds one stretch of weeks among all posts with a word by skipping; of many at once it reads all.
        """
        oldest = await self._connection.scalar(select(posts.c.id).order_by(posts.c.id).limit(1)) or before
        names = [f"{number:04x}" for number in range(_weeks(before), _weeks(oldest) - 1, -1)]
        asked = {"weeks": names, "asked": _typed(self._asked.question), "before": before, "size": size}
        return (await self._connection.scalars(_NEWEST_FITTING, asked)).all()


def _weeks(post_id: UUID) -> int:
    """The seven weeks an id is of: as many milliseconds as 32 bits hold."""
    return post_id.int >> 112


# The expression is that of the index in migration 0006, or it is not used. Without the offset PostgreSQL would rather
# read all posts in the order of their ids.
_NEWEST_FITTING = (
    text("""
        SELECT fitting.id FROM unnest(CAST(:weeks AS text[])) AS week CROSS JOIN LATERAL (
            SELECT unsorted.id FROM (
                SELECT id FROM posts WHERE id < :before AND
                    array_to_tsvector(array_append(
                        array_remove(string_to_array(words, ' '), ''), '/' || left(CAST(id AS text), 4)))
                    @@ CAST(CAST(:asked AS text) || ' & ''/' || week || '''' AS tsquery)
                OFFSET 0
            ) AS unsorted ORDER BY unsorted.id DESC
        ) AS fitting LIMIT :size
    """)
    .bindparams(bindparam("weeks", type_=ARRAY(Text)), bindparam("before", type_=posts.c.id.type))
    .columns(posts.c.id)
)


def _between(before: UUID, end: UUID | None) -> list[ColumnElement[bool]]:
    return [posts.c.id < before, *([] if end is None else [posts.c.id >= end])]


def _typed(question: PostQuestion) -> str:
    # Quoted, a word is nothing but itself, and it holds no quotes (`domain.search.words`).
    parts = [f"'{word}'" for word in question.words]
    if question.begun is not None:
        parts.append(f"'{question.begun}':*")
    return " & ".join(parts)
