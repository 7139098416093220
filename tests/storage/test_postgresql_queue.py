"""What only a queue in PostgreSQL can get wrong."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import asyncpg
import pytest
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import make_url

from storage.queue.procrastinate import PostgresQueue
from storage.queue.procrastinate_schema import conninfo
from tests.storage.own_database import own_database

WITHIN = 20  # seconds until a test gives up; connecting again takes about one


@pytest.fixture
async def database_url(postgresql_url: str) -> AsyncIterator[str]:
    async with own_database(postgresql_url) as url:
        yield url


@pytest.fixture
def done() -> "asyncio.Queue[UUID]":
    return asyncio.Queue()


async def test_two_that_start_at_once_make_the_tables_once(database_url: str) -> None:
    queues = [PostgresQueue(database_url) for _ in range(4)]
    await asyncio.gather(*(queue.start({}, 1) for queue in queues))
    await asyncio.gather(*(queue.probe() for queue in queues))
    await asyncio.gather(*(queue.close() for queue in queues))


async def test_what_waits_outlives_the_process_and_is_done_by_another(
    database_url: str, done: "asyncio.Queue[UUID]"
) -> None:
    subject = uuid4()
    first = PostgresQueue(database_url)
    await first.put("note", subject)
    await first.close()

    second = PostgresQueue(database_url)
    await second.start({"note": done.put}, 1)
    async with asyncio.timeout(WITHIN):
        assert await done.get() == subject
    await second.close()


async def test_two_processes_share_the_work(database_url: str, done: "asyncio.Queue[UUID]") -> None:
    queues = [PostgresQueue(database_url) for _ in range(2)]
    subjects = {uuid4() for _ in range(20)}
    for queue in queues:
        await queue.start({"note": done.put}, 2)
    await asyncio.gather(*(queues[0].put("note", subject) for subject in subjects))
    async with asyncio.timeout(WITHIN):
        assert {await done.get() for _ in subjects} == subjects
    await asyncio.gather(*(queue.close() for queue in queues))
    assert done.empty()


async def test_nothing_of_a_job_stays_in_the_database(database_url: str, done: "asyncio.Queue[UUID]") -> None:
    queue = PostgresQueue(database_url)

    async def fail(subject: UUID) -> None:
        raise ZeroDivisionError(subject)

    await queue.start({"note": done.put, "fail": fail}, 1)
    await queue.put("fail", uuid4())
    await queue.put("note", uuid4())
    async with asyncio.timeout(WITHIN):
        await done.get()
    await queue.close()
    assert await _left(database_url) == 0


async def test_a_lost_connection_is_made_again(database_url: str, done: "asyncio.Queue[UUID]") -> None:
    queue = PostgresQueue(database_url)
    await queue.start({"note": done.put}, 1)
    await queue.put("note", uuid4())
    async with asyncio.timeout(WITHIN):
        await done.get()
        await _hang_up_on_everybody(database_url)
        await queue.put("note", uuid4())
        await done.get()
    await queue.close()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            "postgresql+asyncpg://me:p%40ss@db:5433/kamra",
            {"user": "me", "password": "p@ss", "host": "db", "port": "5433"},
        ),
        ("postgresql+asyncpg://me@db/kamra?ssl=require&prepared_statement_cache_size=0", {"sslmode": "require"}),
        ("postgresql+asyncpg:///kamra?host=/run/postgresql", {"host": "/run/postgresql", "dbname": "kamra"}),
    ],
)
def test_the_address_is_said_in_libpq_s_words(given: str, expected: dict[str, str]) -> None:
    assert expected.items() <= conninfo_to_dict(conninfo(given)).items()


async def _left(database_url: str) -> int:
    connection = await asyncpg.connect(_plain(database_url))
    left = await connection.fetchval("SELECT count(*) FROM kamra_queue.procrastinate_jobs")
    await connection.close()
    return int(left)


async def _hang_up_on_everybody(database_url: str) -> None:
    connection = await asyncpg.connect(_plain(database_url))
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await connection.close()


def _plain(database_url: str) -> str:
    return make_url(database_url).set(drivername="postgresql").render_as_string(hide_password=False)
