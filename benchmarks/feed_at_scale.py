"""The feed and search with 1,000,000 posts of 10,000 people, on SQLite and on PostgreSQL."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from benchmarks.empty_database import databases, empty_database
from benchmarks.feed_database import feed_against_join, feed_pages
from benchmarks.feed_requests import feed_requests
from benchmarks.feed_seeding import seed
from benchmarks.feed_world import World
from benchmarks.feed_writers import writers
from benchmarks.figure import Figure, as_table, for_information
from benchmarks.search_database import searches
from storage.database.engine import open_engines
from storage.database.work import Database


def measure() -> list[Figure]:
    """The figures of SQLite, then those of PostgreSQL where it is installed."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    figures: list[Figure] = []
    for where in databases():
        async with empty_database(where) as (url, data):
            begun = monotonic()
            await seed(url, World(datetime.now(UTC)))
            figures.append(for_information(f"making this world, {where}", monotonic() - begun, "s"))
            figures += await _all_of(url, data, where)
    return figures


async def _all_of(url: str, data: Path, where: str) -> list[Figure]:
    database = Database(open_engines(url))
    try:
        figures = await feed_pages(database, where)
        figures.append(await feed_against_join(database, where))
        figures += await searches(database, where)
        figures += await writers(database, where)
    finally:
        await database.close()
    figures.append(await feed_requests(url, data, where))
    return figures


if __name__ == "__main__":
    print(as_table(measure()))
