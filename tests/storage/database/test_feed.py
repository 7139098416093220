"""The feed against the plainest way to say what is in it, and how the database reads it."""

import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, insert, text

from domain.accounts.account import Role
from domain.accounts.join import account_of
from domain.accounts.rules import Newcomer
from domain.ids import AccountId, new_uuid
from domain.paging import Window, parse_window
from domain.posts.post import Visibility
from storage.database import feed_newest
from storage.database.engine import open_engines
from storage.database.tables.accounts import accounts
from storage.database.tables.graph import blocks, follows, mutes
from storage.database.tables.posts import posts
from storage.database.visibility import REACH_AUTHOR, REACH_EVERYBODY, REACH_FOLLOWERS, REACH_NOBODY
from storage.database.work import Database
from tests.conftest import SERVER_URL

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PEOPLE, POSTS = 24, 400


@dataclass(kw_only=True)
class World:
    """What is in the tables."""

    people: list[AccountId] = field(default_factory=list)
    posts: list[tuple[UUID, AccountId, int]] = field(default_factory=list)
    followed: set[tuple[AccountId, AccountId]] = field(default_factory=set)
    muted: set[tuple[AccountId, AccountId]] = field(default_factory=set)
    blocked: set[tuple[AccountId, AccountId]] = field(default_factory=set)
    suspended: set[AccountId] = field(default_factory=set)

    def feed_of(self, viewer: AccountId) -> list[UUID]:
        """Newest first."""
        return sorted((post for post, author, reach in self.posts if self._is_in(viewer, author, reach)), reverse=True)

    def _is_in(self, viewer: AccountId, author: AccountId, reach: int) -> bool:
        if viewer == author:
            return reach >= REACH_AUTHOR
        hidden = {(viewer, author), (author, viewer)} & self.blocked or (viewer, author) in self.muted
        followed = (viewer, author) in self.followed and author not in self.suspended
        return followed and not hidden and reach >= REACH_FOLLOWERS


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(open_engines(database_url))
    yield database
    await database.close()


@pytest.mark.parametrize("many", [1, feed_newest.MANY])
async def test_e47_the_feed_is_everything_one_follows_exactly_once_in_pages_of_any_size(
    database: Database, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_newest, "MANY", many)
    world = await _made(database, random.Random(7))
    for viewer in world.people[:6]:
        wanted = world.feed_of(viewer)
        for limit in (2, 30) if viewer == world.people[0] else (7,):
            assert await _feed(database, viewer, limit) == wanted


async def test_e47_pages_go_on_where_they_ended_while_posts_come_and_go(database: Database) -> None:
    world = await _made(database, random.Random(8))
    viewer = next(one for one in world.people if len(world.feed_of(one)) > 20)
    wanted = world.feed_of(viewer)
    async with database.read() as work:
        first = await work.feed.page(viewer, Window(limit=10), NOW)
    async with database.engines.writer.begin() as connection:
        await connection.execute(insert(posts), [_row(new_uuid(), viewer, REACH_AUTHOR)])
        await connection.execute(posts.delete().where(posts.c.id.in_([wanted[3], wanted[12]])))
    rest = await _feed(database, viewer, 5, first.next_cursor)
    assert [one.post.id for one in first.items] + rest == [*wanted[:12], *wanted[13:]]


@pytest.mark.parametrize("cursor", [False, True])
async def test_the_feed_reads_no_posts_but_those_of_people_one_follows_by_index(
    database: Database, cursor: bool
) -> None:
    world = await _made(database, random.Random(9))
    asked: list[tuple[str, Any]] = []

    def hear(*told: Any) -> None:
        if "newest" in told[2]:
            asked.append((told[2], told[3]))

    event.listen(database.engines.reader.sync_engine, "before_cursor_execute", hear)
    after = (str(world.posts[300][0]),) if cursor else None
    async with database.read() as work:
        await work.feed.page(world.people[0], Window(after=after), NOW)
    plan = await _plan(database, *asked[0])
    assert sum("ix_posts_author_id_id_reach" in step for step in plan) >= 3, plan
    assert not any("SCAN posts" in step or "Seq Scan on posts" in step for step in plan), plan
    # PostgreSQL counts the few people there are here, and begins with whichever side is shorter.
    assert SERVER_URL is not None or not any("SCAN accounts" in step or "gone_at" in step for step in plan), plan


async def test_who_follows_many_has_a_page_of_the_newest_posts_read_by_their_ids(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_newest, "MANY", 1)
    world = await _made(database, random.Random(11))
    viewer = next(one for one in world.people if len(world.feed_of(one)) > 50)
    asked: list[tuple[str, Any]] = []

    def hear(*told: Any) -> None:
        asked.append((told[2], told[3]))

    event.listen(database.engines.reader.sync_engine, "before_cursor_execute", hear)
    async with database.read() as work:
        await work.feed.page(viewer, Window(limit=10), NOW)
    assert not any("newest" in statement for statement, _ in asked)
    plan = await _plan(database, *next(one for one in asked if "AS read" in one[0]))
    by_id = "sqlite_autoindex_posts_1 (id<?)" if SERVER_URL is None else "uq_posts_id"
    assert any(by_id in step for step in plan), plan
    assert not any("SCAN posts" in step or "Seq Scan on posts" in step for step in plan), plan


async def test_a_page_takes_the_same_few_queries_however_much_is_on_it(database: Database) -> None:
    world = await _made(database, random.Random(10))
    viewer = max(world.people, key=lambda one: len(world.feed_of(one)))
    counts: list[int] = []
    for limit in (2, 30):
        asked: list[str] = []

        def hear(*told: Any, asked: list[str] = asked) -> None:
            asked.append(told[2])

        event.listen(database.engines.reader.sync_engine, "before_cursor_execute", hear)
        async with database.read() as work:
            assert len((await work.feed.page(viewer, Window(limit=limit), NOW)).items) == limit
        event.remove(database.engines.reader.sync_engine, "before_cursor_execute", hear)
        counts.append(sum(statement.startswith(("SELECT", "WITH")) for statement in asked))
    assert counts == [3, 3]  # whether one follows many, the posts, their pictures


async def _feed(database: Database, viewer: AccountId, limit: int, cursor: str | None = None) -> list[UUID]:
    found: list[UUID] = []
    while True:
        window = parse_window("feed", (str,), str(limit), cursor)
        async with database.read() as work:
            page = await work.feed.page(viewer, window, NOW)
        found += [one.post.id for one in page.items]
        cursor = page.next_cursor
        if cursor is None:
            return found


async def _made(database: Database, chance: random.Random) -> World:
    world = World()
    async with database.write() as work:
        for number in range(PEOPLE):
            newcomer = Newcomer(handle=f"person{number}", display_name="Somebody", password="unused")
            account = account_of(newcomer, "no hash", Role.MEMBER, NOW)
            await work.accounts.add(account)
            world.people.append(account.id)
    pairs = [(one, other) for one in world.people for other in world.people if one != other]
    world.followed = set(chance.sample(pairs, 200))
    world.muted, world.blocked = set(chance.sample(pairs, 60)), set(chance.sample(pairs, 40))
    world.suspended = set(world.people[20:])
    asked = set(chance.sample([pair for pair in pairs if pair not in world.followed], 60))
    reaches = (REACH_NOBODY, REACH_AUTHOR, REACH_FOLLOWERS, REACH_EVERYBODY)
    world.posts = [(new_uuid(), chance.choice(world.people), chance.choice(reaches)) for _ in range(POSTS)]
    async with database.engines.writer.begin() as connection:
        await connection.execute(insert(posts), [_row(*post) for post in world.posts])
        edges = [(pair, "accepted") for pair in world.followed] + [(pair, "requested") for pair in asked]
        await connection.execute(
            insert(follows),
            [{"follower_id": a, "followed_id": b, "state": state, "created_at": NOW} for (a, b), state in edges],
        )
        await connection.execute(
            insert(mutes), [{"muter_id": a, "muted_id": b, "created_at": NOW} for a, b in world.muted]
        )
        await connection.execute(
            insert(blocks), [{"blocker_id": a, "blocked_id": b, "created_at": NOW} for a, b in world.blocked]
        )
        shut_out = accounts.update().where(accounts.c.id.in_(world.suspended))
        await connection.execute(shut_out.values(suspended_at=NOW, suspended_until=NOW + timedelta(days=1)))
    return world


def _row(post_id: UUID, author_id: AccountId, reach: int) -> dict[str, Any]:
    return {
        "id": post_id,
        "author_id": author_id,
        "words": "",
        "visibility": Visibility.PUBLIC.value,
        "reach": reach,
        "created_at": NOW,
    }


async def _plan(database: Database, statement: str, values: Any) -> list[str]:
    async with database.engines.reader.connect() as connection:
        if SERVER_URL is None:
            rows = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            return [row.detail for row in rows]
        # Of so few rows it would read all; what is asked is whether the index serves.
        await connection.execute(text("SET LOCAL enable_seqscan = off"))
        return list((await connection.exec_driver_sql(f"EXPLAIN {statement}", values)).scalars())
