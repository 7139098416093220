"""A page of the feed from the newest posts of all, for who follows so many that theirs are among these.

Looking up the newest post of each of thousands of people takes longer than all else on the page. Where they post as
others do, a page of theirs stands in a few hundred posts, which are read at once; where they are quiet it does not,
and nothing is lost but that.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Integer, Row, Select, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.parameters import NOW, VIEWER
from storage.database.post_rows import shown_posts
from storage.database.tables.graph import follows, mutes
from storage.database.tables.posts import posts
from storage.database.visibility import is_followed_by, post_visible_to

MANY = 300  # people, whose newest posts take as long to look up as the newest of all to read
_POSTS_EACH = 16  # read for each one wanted


async def full_page_of_newest(connection: AsyncConnection, asked: Mapping[str, Any]) -> Sequence[Row[Any]] | None:
    """The `count` newest posts of the feed before `before`, as `shown_posts`.

    None where not so many stand among the newest of all, or the viewer follows too few to try.
    """
    if await connection.scalar(_FOLLOWS_MANY, {"viewer": asked["viewer"], "others": MANY - 1}) is None:
        return None
    rows = (await connection.execute(_PAGE, {**asked, "read": asked["count"] * _POSTS_EACH})).all()
    return rows if len(rows) == asked["count"] else None


def _page() -> Select[Any]:
    before = bindparam("before", type_=posts.c.id.type)
    newest = select(posts.c.id, posts.c.author_id).where(posts.c.id < before)
    read = newest.order_by(posts.c.id.desc()).limit(bindparam("read", type_=Integer())).subquery("read")
    is_own = read.c.author_id == VIEWER
    muted = select(mutes.c.muted_id).where(mutes.c.muter_id == VIEWER)
    theirs = is_followed_by(VIEWER, read.c.author_id) & read.c.author_id.not_in(muted)
    its = (posts.c.id.in_(select(read.c.id).where(or_(is_own, theirs))), post_visible_to(VIEWER, NOW))
    count = bindparam("count", type_=Integer())
    return shown_posts(VIEWER).where(*its).order_by(posts.c.id.desc()).limit(count)


_FOLLOWS_MANY = (
    select(follows.c.followed_id)
    .where(follows.c.follower_id == VIEWER, follows.c.state == "accepted")
    .offset(bindparam("others", type_=Integer()))
    .limit(1)
)
_PAGE = _page()
