"""The index of words holds what the rows say: from the migration that makes it on, and when people leave."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, column, table, text

from domain.clock import SystemClock
from domain.ids import AccountId, new_uuid
from domain.paging import Window
from domain.search.question import people_question, post_question
from storage.database.engine import Engines, open_engines
from storage.database.migrate import configuration, migrate
from storage.database.tables.accounts import accounts
from storage.database.tables.posts import posts
from storage.database.work import Database
from tests.storage.own_database import own_database


@pytest.fixture(params=["sqlite", "postgresql"])
async def engines(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Engines]:
    """A database in which nothing is yet."""
    if request.param == "sqlite":
        opened = open_engines(f"sqlite:///{tmp_path / 'new.db'}")
        yield opened
        await opened.close()
        return
    async with own_database(request.getfixturevalue("postgresql_url")) as url:
        opened = open_engines(url)
        yield opened
        await opened.close()


async def test_what_was_there_before_search_is_found_until_its_author_goes(engines: Engines) -> None:
    database, anna, now = Database(engines), AccountId(new_uuid()), SystemClock().now()
    async with engines.writer.begin() as connection:
        await connection.run_sync(_up_to, "0005")
        await connection.run_sync(_post_as_it_was, anna)
    await migrate(engines)
    async with database.read() as work:
        assert len((await work.search.people(people_question("anna be"), anna, Window(), now)).items) == 1
        for typed in ("uberm", "known well", "ubermass x"):
            page = await work.search.posts(post_question(typed), anna, Window(), now)
            assert len(page.items) == (0 if typed.endswith("x") else 1), typed
    async with engines.writer.begin() as connection:
        await connection.execute(accounts.delete())
        if engines.is_sqlite:  # raises where the index and the rows differ
            await connection.execute(text("INSERT INTO post_words (post_words, rank) VALUES ('integrity-check', 1)"))
            its = text("SELECT count(*) FROM post_words WHERE post_words MATCH 'ubermass'")
            assert await connection.scalar(its) == 0


def _up_to(connection: Connection, revision: str) -> None:
    command.upgrade(configuration(connection), revision)


def _post_as_it_was(connection: Connection, anna: AccountId) -> None:
    """Rows with the columns of then: the code's tables have more."""
    now, caption = SystemClock().now(), "Ein Übermaß, well-known"
    person = {
        "id": anna,
        "handle": "anna",
        "handle_key": "anna",
        "display_name": "Ánna Bé",
        "bio": "",
        "role": "member",
    }
    person |= {"password_hash": "", "is_private": False, "created_at": now}
    post = {"id": new_uuid(), "author_id": anna, "caption": caption, "words": caption.lower(), "visibility": "public"}
    post |= {"reach": 3, "created_at": now}
    for described, values in ((accounts, person), (posts, post)):
        then = table(described.name, *(column(name, described.c[name].type) for name in values))
        connection.execute(then.insert().values(values))
