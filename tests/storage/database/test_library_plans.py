"""How SQLite finds a page of a library: by an index, from the row itself, however far behind the page is."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import event

from domain.ids import AccountId, new_uuid
from domain.media.library import Order, Question, Sort
from domain.paging import Key, Window
from storage.database.engine import open_engines
from storage.database.work import Database
from tests.conftest import SERVER_URL

pytestmark = pytest.mark.skipif(SERVER_URL is not None, reason="asks SQLite how it reads")

FAR = {
    Sort.CREATED: (str(new_uuid()),),
    Sort.NAME: ("harbour", str(new_uuid())),
    Sort.BYTES: (4_000_000, str(new_uuid())),
    Sort.TAKEN: (1_700_000_000_000_000, str(new_uuid())),
}
INDEXES = {
    Sort.CREATED: "ix_media_owner_id_id",
    Sort.NAME: "ix_media_owner_id_name_key_id",
    Sort.BYTES: "ix_media_owner_id_bytes_id",
    Sort.TAKEN: "ix_media_owner_id_shown_at_id",
}


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(open_engines(database_url))
    yield database
    await database.close()


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("sort", list(Sort))
async def test_a_page_far_behind_begins_at_its_row_in_the_index(database: Database, sort: Sort, order: Order) -> None:
    plan = await _plan(database, Question(sort=sort, order=order), FAR[sort])
    assert plan[0].startswith(f"SEARCH media USING INDEX {INDEXES[sort]} (owner_id=? AND ")
    assert not any("TEMP B-TREE" in step for step in plan)


@pytest.mark.parametrize("after", [None, FAR[Sort.TAKEN]])
async def test_a_month_is_a_stretch_of_the_order_it_is_read_in(database: Database, after: Key | None) -> None:
    plan = await _plan(database, Question(sort=Sort.TAKEN, month="2023-11"), after)
    assert plan[0].startswith("SEARCH media USING INDEX ix_media_owner_id_shown_at_id (owner_id=? AND shown_at>")
    assert not any("TEMP B-TREE" in step for step in plan)


async def test_tags_are_counted_among_the_owner_s_pictures_only(database: Database) -> None:
    asked = _listening(database)
    async with database.read() as work:
        await work.library.tags(AccountId(new_uuid()))
        await work.library.months(AccountId(new_uuid()))
    for told in asked:
        assert "media USING INDEX ix_media_owner_id_" in (await _explained(database, told))[0]


async def _plan(database: Database, question: Question, after: Key | None) -> list[str]:
    """What SQLite says it does for the first query of a page."""
    asked = _listening(database)
    async with database.read() as work:
        await work.library.list(AccountId(new_uuid()), question, Window(limit=30, after=after))
    return await _explained(database, asked[0])


def _listening(database: Database) -> list[tuple[str, Any]]:
    """The queries asked from now on, with their values."""
    asked: list[tuple[str, Any]] = []

    def hear(*told: Any) -> None:
        if told[2].startswith("SELECT"):
            asked.append((told[2], told[3]))

    event.listen(database.engines.reader.sync_engine, "before_cursor_execute", hear)
    return asked


async def _explained(database: Database, told: tuple[str, Any]) -> list[str]:
    statement, values = told
    async with database.engines.reader.connect() as connection:
        rows = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        return [row.detail for row in rows]
