"""A Kamra for random lives: its database alone, one act or one look at a time, on an event loop of its own."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from domain.accounts.account import Account, Role
from domain.accounts.actor import Actor, Scope
from domain.accounts.join import account_of
from domain.accounts.leave import leave
from domain.accounts.rules import Newcomer
from domain.counters import Counted
from domain.errors import KamraError
from domain.ids import AccountId, MediaId
from domain.media.media import Status
from domain.work import Work
from storage.database.engine import open_engines
from storage.database.tables.graph import blocks, follows, mutes
from storage.database.tables.notifications import notification_actors, notifications
from storage.database.tables.posts import comments, likes, post_mentions, posts
from storage.database.work import Database
from tests.posting import picture_row

PICTURES = 3  # that everybody has


class Kamra:
    """What Kamra says; close it at the end."""

    def __init__(self, database_url: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._database = Database(open_engines(database_url))
        self.steps = 0

    def close(self) -> None:
        self._loop.run_until_complete(self._database.close())
        self._loop.close()

    def act(self, verb: Callable[[Work], Awaitable[Any]]) -> Any:
        """What the verb returns, in a transaction of its own; the kind of error that it raises."""
        return self._loop.run_until_complete(self._act(verb))

    def look(self, question: Callable[[Work], Awaitable[Any]]) -> Any:
        """The answer to a question."""
        return self._loop.run_until_complete(self._look(question))

    def join(self, handle: str, role: Role, now: datetime) -> tuple[Account, list[MediaId]]:
        """Somebody new with pictures in their library."""
        account = account_of(Newcomer(handle=handle, display_name=handle.title(), password=""), "", role, now)
        pictures = [picture_row(account.id, now, status=Status.COMPLETED) for _ in range(PICTURES)]

        async def join(work: Work) -> None:
            await work.accounts.add(account)
            for picture in pictures:
                await work.media.add(picture)

        assert self.act(join) is None
        return account, [picture.id for picture in pictures]

    def everybody_leaves(self, people: Sequence[AccountId], now: datetime) -> None:
        """The last one is the admin, whom Kamra lets go only then; who left before stays gone."""
        for one in people:
            self.act(lambda work, who=one: go(work, who, now))

    def wrong_figures(self) -> dict[Counted, int]:
        """How many rows have a figure that counting anew does not confirm, where there are any."""
        looked = {at: self.look(lambda work, at=at: work.counters.look(at, None, 10_000)) for at in Counted}
        return {at: len(seen.wrong) for at, seen in looked.items() if seen.wrong}

    def rows_left(self) -> dict[str, int]:
        """How many rows there are of what goes with people, where there are any."""
        return self._loop.run_until_complete(self._rows_left())

    async def _rows_left(self) -> dict[str, int]:
        tables = (posts, likes, comments, post_mentions, follows, blocks, mutes, notifications, notification_actors)
        async with self._database.engines.reader.begin() as connection:
            found = {table.name: await connection.scalar(select(func.count()).select_from(table)) for table in tables}
        return {name: count for name, count in found.items() if count}

    async def _act(self, verb: Callable[[Work], Awaitable[Any]]) -> Any:
        try:
            async with self._database.write() as work:
                return await verb(work)
        except KamraError as error:
            return type(error)

    async def _look(self, question: Callable[[Work], Awaitable[Any]]) -> Any:
        async with self._database.read() as work:
            return await question(work)


async def go(work: Work, who: AccountId, now: datetime) -> None:
    """Somebody leaves, and what is left of them is removed in the same moment."""
    await leave(work, who, now)
    await work.media.remove(await work.media.marked_gone(1000, who))
    await work.accounts.remove(who)


def actor_of(account: Account) -> Actor:
    """The person with all that their role allows."""
    return Actor(account=account, scopes=frozenset(Scope), session_id=None)
