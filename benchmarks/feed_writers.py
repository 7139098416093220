"""64 people like and comment at once, on few posts, as in the hour after a good picture."""

import asyncio
import time
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import func, select

from benchmarks.answers_during import percentile
from benchmarks.feed_world import FOLLOWS, person_id
from benchmarks.figure import Figure, at_least, at_most
from domain.accounts.actor import Actor, Scope
from domain.ids import AccountId, PostId
from domain.paging import Window
from domain.posts.like import like
from domain.posts.say import say
from storage.database.tables.posts import comments, likes, posts
from storage.database.visibility import REACH_EVERYBODY
from storage.database.work import Database

_WRITERS, _ACTS = 64, 25
_POSTS = 20


async def writers(database: Database, where: str) -> list[Figure]:
    """Acts a second, the slowest of a hundred, and what of it is not there afterwards."""
    chosen = await _chosen(database)
    before = await _counted(database, chosen)
    actors = [await _actor(database, len(FOLLOWS) + number) for number in range(_WRITERS)]
    begun = time.monotonic()
    took = await asyncio.gather(*(_act(database, number, actor, chosen) for number, actor in enumerate(actors)))
    seconds = time.monotonic() - begun
    waits = [one for some in took for one, _ in some]
    new = sum(is_new for some in took for _, is_new in some)
    counted = await _counted(database, chosen)
    what = f"{_WRITERS} writers liking and commenting, {where}"
    return [
        at_least(what, len(waits) / seconds, 300, "writes/s"),
        at_most(f"{what}, p99", percentile(waits, 99) / 1000, 1, "s"),
        at_most(f"{what}, lost", abs(counted[0] - before[0] - new) + abs(counted[1] - before[1] - new), 0, "writes"),
    ]


async def _act(database: Database, number: int, actor: Actor, chosen: list[PostId]) -> list[tuple[float, bool]]:
    """Milliseconds of each act, and whether it made anything; an error would end the measure."""
    took: list[tuple[float, bool]] = []
    for turn in range(_ACTS):
        post_id, now, is_new = chosen[(number + turn) % len(chosen)], datetime.now(UTC), True
        before = time.perf_counter()
        async with database.write() as work:
            if turn % 5 == 4:
                await say(work, actor, post_id, f"what {number} says to it, {turn}", now)
            else:
                is_new, _ = await like(work, actor, post_id, now)
        took.append(((time.perf_counter() - before) * 1000, is_new))
    return took


async def _chosen(database: Database) -> list[PostId]:
    """The newest that everybody may see."""
    async with database.read() as work:
        page = await work.posts.explore(None, Window(limit=_POSTS), datetime.now(UTC))
    return [one.post.id for one in page.items]


async def _counted(database: Database, chosen: list[PostId]) -> tuple[int, int]:
    """Likes and comments of these posts: as the posts count them, and as rows."""
    its = posts.c.id.in_(chosen)
    kept = select(func.sum(posts.c.like_count + posts.c.comment_count)).where(its, posts.c.reach == REACH_EVERYBODY)
    rows = [select(func.count()).select_from(table).where(table.c.post_id.in_(chosen)) for table in (likes, comments)]
    async with database.engines.reader.connect() as connection:
        counted = [await connection.scalar(query) or 0 for query in (kept, *rows)]
    return int(counted[0]), int(counted[1] + counted[2])


async def _actor(database: Database, number: int) -> Actor:
    async with database.read() as work:
        account = await work.accounts.get(AccountId(UUID(int=person_id(number))))
    assert account is not None
    return Actor(account=account, scopes=frozenset(Scope), session_id=None)
