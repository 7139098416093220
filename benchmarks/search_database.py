"""Searches in the database among 1,000,000 captions and 10,000 people."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from uuid import UUID

from benchmarks.answers_during import percentile
from benchmarks.asked_again import milliseconds_of
from benchmarks.feed_world import EVERYWHERE, LONG_AGO, RARE, VIEWERS
from benchmarks.figure import Figure, at_most
from domain.ids import AccountId
from domain.paging import Window
from domain.search.question import people_question, post_question
from storage.database.work import Database

_TURNS = 40
_VIEWER = VIEWERS[1]
_POSTS = {
    "a word of every caption": EVERYWHERE,
    "its beginning, as one types": EVERYWHERE[:2],
    "a word of 20 captions": RARE,
    "its beginning": RARE[:5],
    "a word of the oldest fifth": LONG_AGO,
    "a frequent and a rare word": f"{EVERYWHERE} {RARE}",
    "a word nobody wrote": "quixotic",
}
_PEOPLE = {"a person's name": "person4711", "a part of everybody's name": "rso", "a name nobody has": "quixotic"}


async def searches(database: Database, where: str) -> list[Figure]:
    """p95 of each."""
    figures: list[Figure] = []
    for what, typed in _POSTS.items():
        took = await milliseconds_of(_posts(database, typed), _TURNS)
        figures.append(at_most(f"search for {what}, {where}, p95", percentile(took, 95), 50, "ms"))
    for what, typed in _PEOPLE.items():
        took = await milliseconds_of(_people(database, typed), _TURNS)
        figures.append(at_most(f"search for {what}, {where}, p95", percentile(took, 95), 50, "ms"))
    return figures


def _posts(database: Database, typed: str) -> Callable[[], Awaitable[None]]:
    async def ask() -> None:
        async with database.read() as work:
            await work.search.posts(post_question(typed), AccountId(UUID(int=_VIEWER.id)), Window(), datetime.now(UTC))

    return ask


def _people(database: Database, typed: str) -> Callable[[], Awaitable[None]]:
    async def ask() -> None:
        async with database.read() as work:
            await work.search.people(
                people_question(typed), AccountId(UUID(int=_VIEWER.id)), Window(), datetime.now(UTC)
            )

    return ask
