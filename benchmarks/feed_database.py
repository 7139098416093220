"""A page of the feed in the database at 1,000,000 posts, and the join it is measured against."""

import statistics
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from itertools import cycle
from uuid import UUID

from sqlalchemy import select

from benchmarks.answers_during import percentile
from benchmarks.asked_again import milliseconds_of
from benchmarks.feed_world import VIEWERS, Viewer
from benchmarks.figure import Figure, at_least, at_most
from domain.ids import AccountId
from domain.paging import Window, encode_cursor, parse_window
from storage.database.post_rows import read_shown, shown_posts
from storage.database.tables.graph import follows
from storage.database.tables.posts import posts
from storage.database.visibility import REACH_AUTHOR, post_visible_to
from storage.database.work import Database

_TURNS = 200
_PAGES = 5  # deep: people scroll
_JOINS = 5


async def feed_pages(database: Database, where: str) -> list[Figure]:
    """p95 and p50 of a page for each viewer, with its pictures, over the first five pages."""
    figures: list[Figure] = []
    for viewer in VIEWERS:
        took = await milliseconds_of(_asking(database, viewer), _TURNS)
        what = f"feed page, {viewer.follows:,} follows, {where}"
        figures.append(at_most(f"{what}, p95", percentile(took, 95), 20, "ms"))
        figures.append(at_most(f"{what}, p50", statistics.median(took), 12, "ms"))
    return figures


async def feed_against_join(database: Database, where: str) -> Figure:
    """The first page for 2,000 follows by both, turn by turn."""
    viewer = VIEWERS[-1]
    viewer_id, now = AccountId(UUID(int=viewer.id)), datetime.now(UTC)

    async def two_phases() -> None:
        async with database.read() as work:
            await work.feed.page(viewer_id, Window(), now)

    async def join() -> None:
        """What such programs begin with: the posts of everybody one follows, sorted."""
        followed = select(follows.c.followed_id).where(
            follows.c.follower_id == viewer_id, follows.c.state == "accepted"
        )
        own = (posts.c.author_id == viewer_id) & (posts.c.reach >= REACH_AUTHOR)
        its = (own | posts.c.author_id.in_(followed), post_visible_to(viewer_id, now))
        query = shown_posts(viewer_id).where(*its).order_by(posts.c.created_at.desc(), posts.c.id.desc()).limit(31)
        async with database.engines.reader.begin() as connection:
            await read_shown(connection, (await connection.execute(query)).all(), viewer_id, now)

    fast, slow = await milliseconds_of(two_phases, _JOINS), await milliseconds_of(join, _JOINS)
    ours, theirs = statistics.median(fast), statistics.median(slow)
    note = f"{theirs:.0f} ms against {ours:.1f} ms"
    return at_least(
        f"feed page, {viewer.follows:,} follows, {where}, plain join against it", theirs / ours, 20, "×", note
    )


def _asking(database: Database, viewer: Viewer) -> Callable[[], Awaitable[None]]:
    """Asks for the first five pages one after the other, again and again."""
    pages = cycle(range(_PAGES))
    window = Window()

    async def ask() -> None:
        nonlocal window
        if next(pages) == 0:
            window = Window()
        async with database.read() as work:
            page = await work.feed.page(AccountId(UUID(int=viewer.id)), window, datetime.now(UTC))
        assert len(page.items) == Window().limit, len(page.items)
        window = parse_window("feed", (str,), None, encode_cursor("feed", (str(page.items[-1].post.id),)))

    return ask
