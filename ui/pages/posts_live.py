"""Keeps open pages of posts true: one listener for the whole process, which tells each page what concerns it.

A page is only told that something about posts it shows changed. It then asks the API, which answers by the one rule of
who sees what, so nothing can be shown here to somebody who may not see it any more.
"""

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from uuid import UUID

from nicegui import Client

from domain.accounts.actor import Actor
from domain.graph.follows import FollowState
from domain.ids import AccountId, parse_uuid
from domain.posts.hints import POSTS
from ui.components.feed import Feed
from ui.parts import Parts

GATHERING_SECONDS = 0.1  # hints that come together are told together

_log = logging.getLogger("kamra.posts_live")
_open: defaultdict[AccountId, set[Feed]] = defaultdict(set)


def follow_posts(client: Client, feed: Feed, actor: Actor) -> None:
    """Tell the page of changes until it is gone."""
    whose = actor.account.id
    _open[whose].add(feed)
    client.on_delete(lambda: _forget(whose, feed))


@asynccontextmanager
async def telling_of_posts(parts: Parts) -> AsyncIterator[None]:
    """While this lasts, open pages hear of changes to posts."""
    async with parts.messages.subscribe(POSTS) as hints:
        heard: set[str] = set()
        came = asyncio.Event()
        tasks = (asyncio.create_task(_hear(hints, heard, came)), asyncio.create_task(_tell(parts, heard, came)))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task


async def _hear(hints: AsyncIterator[str], heard: set[str], came: asyncio.Event) -> None:
    async for hint in hints:
        heard.add(hint)
        came.set()


async def _tell(parts: Parts, heard: set[str], came: asyncio.Event) -> None:
    while await came.wait():
        await asyncio.sleep(GATHERING_SECONDS)
        came.clear()
        said = [hint.partition(" ") for hint in heard]
        heard.clear()
        try:
            await _tell_all(parts, said)
        except Exception:  # noqa: BLE001  # whatever a driver raises, others are told of what comes next
            _log.exception("pages were not told")


async def _tell_all(parts: Parts, said: Collection[tuple[str, str, str]]) -> None:
    _tell_changed({name for kind, _, name in said if kind == "post"})
    authors = {value for kind, _, name in said if kind == "new" and (value := parse_uuid(name)) is not None}
    if authors:
        await _tell_news(parts, authors)


def _tell_changed(post_ids: Collection[str]) -> None:
    for feed in _all_open():
        concerned = sorted(feed.shown.intersection(post_ids))
        if concerned:
            feed.tell_changed(concerned)


async def _tell_news(parts: Parts, authors: Collection[UUID]) -> None:
    """Only to whom they concern: their author's other pages, and those of who follows them."""
    for whose in [person for person, feeds in _open.items() if any(not feed.is_alone for feed in feeds)]:
        if await _has_on_feed(parts, whose, authors):
            for feed in list(_open.get(whose, ())):
                if not feed.is_alone:
                    feed.tell_news()


async def _has_on_feed(parts: Parts, whose: AccountId, authors: Collection[UUID]) -> bool:
    if whose in authors:
        return True
    async with parts.works.read() as work:
        states = [await work.follows.state(whose, AccountId(author)) for author in authors]
    return FollowState.ACCEPTED in states


def _all_open() -> list[Feed]:
    return [feed for feeds in _open.values() for feed in feeds]


def _forget(whose: AccountId, feed: Feed) -> None:
    feeds = _open.get(whose)
    if feeds is not None:
        feeds.discard(feed)
        if not feeds:
            del _open[whose]
