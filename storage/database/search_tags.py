"""Posts by their hashtags, and by words beside them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.search_stretch import STRETCHES, Asked, holds_words, in_stretches
from storage.database.tables.posts import post_tags, posts
from storage.database.visibility import post_visible_to

_BEHIND_ALL = UUID(int=(1 << 128) - 1)


async def found_by_tag(connection: AsyncConnection, asked: Asked) -> tuple[list[UUID], UUID | None]:
    """Ids of posts that fit and are seen, newest first, and how far back all were looked at (None: to the end).

    The posts with the first hashtag are gone through, and of each is asked whether it has the others and the words.
    """
    first, *others = asked.question.tags
    other = post_tags.alias("other")

    async def end_of(before: UUID, size: int) -> UUID | None:
        its = select(post_tags.c.post_id).where(post_tags.c.tag == first, post_tags.c.post_id < before)
        return await connection.scalar(its.order_by(post_tags.c.post_id.desc()).offset(size - 1).limit(1))

    async def seen_in(before: UUID, end: UUID | None, wanted: int) -> Sequence[UUID]:
        its = select(post_tags.c.post_id).join_from(post_tags, posts, posts.c.id == post_tags.c.post_id)
        its = its.where(post_tags.c.tag == first, post_tags.c.post_id < before)
        if end is not None:
            its = its.where(post_tags.c.post_id >= end)
        has = [exists().where(other.c.tag == tag, other.c.post_id == posts.c.id) for tag in others]
        its = its.where(*has, *holds_words(asked.question), post_visible_to(asked.viewer, asked.now))
        return (await connection.execute(its.order_by(post_tags.c.post_id.desc()).limit(wanted))).scalars().all()

    return await in_stretches(asked.wanted, asked.before or _BEHIND_ALL, STRETCHES, end_of=end_of, seen_in=seen_in)
