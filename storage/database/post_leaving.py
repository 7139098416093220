"""Taking a person out of all posts: their own ones, and what they counted on those of others."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId
from storage.database.tables.posts import comments, likes, post_mentions, posts


async def remove_all_of(connection: AsyncConnection, account_id: AccountId) -> None:
    """Remove a person's posts, likes, comments and mentions; call it while holding the person."""
    liked = select(likes.c.post_id).where(likes.c.account_id == account_id)
    spoken = select(comments.c.post_id).where(comments.c.author_id == account_id)
    # First everything is locked, in one order: their own posts, and others' that they liked or spoke to.
    touched = (posts.c.author_id == account_id) | posts.c.id.in_(liked) | posts.c.id.in_(spoken)
    await connection.execute(select(posts.c.id).where(touched).order_by(posts.c.id).with_for_update())
    await connection.execute(delete(posts).where(posts.c.author_id == account_id))
    own_likes = select(func.count()).where(likes.c.post_id == posts.c.id, likes.c.account_id == account_id)
    own_words = select(func.count()).where(
        comments.c.post_id == posts.c.id, comments.c.author_id == account_id, comments.c.taken_down_at.is_(None)
    )
    fewer = {
        "like_count": posts.c.like_count - own_likes.scalar_subquery(),
        "comment_count": posts.c.comment_count - own_words.scalar_subquery(),
    }
    # Each row once: of a post that one transaction changes twice PostgreSQL locks the author, whom nobody holds here.
    await connection.execute(update(posts).where(posts.c.id.in_(liked) | posts.c.id.in_(spoken)).values(fewer))
    await connection.execute(delete(likes).where(likes.c.account_id == account_id))
    await connection.execute(delete(comments).where(comments.c.author_id == account_id))
    await connection.execute(delete(post_mentions).where(post_mentions.c.account_id == account_id))
