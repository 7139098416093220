"""What most tests start from: a Kamra of their own, on SQLite and a folder, or on the services that are named."""

import os
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import asyncpg
import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import make_url

from domain.work import Works
from storage.database.engine import open_engines
from storage.database.migrate import migrate
from tests.routes_built_once import build_routes_once
from tests.statements_compiled_once import compile_statements_once
from ui.app import opened_parts
from ui.parts import Parts
from ui.settings import Settings
from ui.web.site import create_site

SERVER_URL = os.environ.get("KAMRA_TEST_DATABASE_URL")
build_routes_once()
compile_statements_once()


# What takes many seconds in one test. It goes first, so that at the end no process is alone with it.
LONG = (
    "tests/commands",
    "tests/stateful",
    "tests/attack/test_openapi.py",
    "tests/browser/test_uploads_through_a_restart.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put long tests first; all others stay in their order, so that fixtures of a module are made once."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


class MovableClock:
    """A clock that stands where a test puts it and otherwise goes on."""

    def __init__(self) -> None:
        self.moved = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.moved

    def move(self, by: timedelta) -> None:
        self.moved += by


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture(scope="session")
async def on_server() -> AsyncIterator[asyncpg.Connection | None]:
    """A connection to the PostgreSQL that is named, for all tests: connecting takes as long as copying a database."""
    if SERVER_URL is None:
        yield None
        return
    dsn = make_url(SERVER_URL).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(dsn)
    yield connection
    await connection.close()


@pytest.fixture(scope="session")
async def migrated_database(
    tmp_path_factory: pytest.TempPathFactory, on_server: asyncpg.Connection | None
) -> AsyncIterator[str]:
    """A database with every table and no row, to be copied: migrating it anew for each test is slow."""
    if on_server is None:
        path = tmp_path_factory.mktemp("database") / "empty.db"
        await _migrate(f"sqlite+aiosqlite:///{path}")
        yield str(path)
        return
    name = f"kamra_empty_{uuid4().hex}"
    await on_server.execute(f'CREATE DATABASE "{name}"')
    await _migrate(_server_url(name))
    yield name
    await on_server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
async def database_url(
    migrated_database: str, tmp_path: Path, on_server: asyncpg.Connection | None
) -> AsyncIterator[str]:
    """An empty, migrated database of this test's own."""
    if on_server is None:
        path = tmp_path / "kamra.db"
        shutil.copyfile(migrated_database, path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    name = f"kamra_{uuid4().hex}"
    # Where nothing is synced, copying the template's files takes half of what writing them to the log does.
    quick = " STRATEGY FILE_COPY" if on_server.get_server_version().major >= 15 else ""
    await on_server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{migrated_database}"{quick}')
    yield _server_url(name)
    await on_server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
async def services(on_server: asyncpg.Connection | None) -> AsyncIterator[dict[str, str]]:
    """The services that are named, with a database of its own, as a Kamra in another process reads them."""
    files_url = os.environ.get("KAMRA_TEST_FILES_URL")
    named = {
        "KAMRA_FILES_URL": files_url and f"{files_url.rstrip('/')}/{uuid4().hex}",
        "KAMRA_S3_ENDPOINT": os.environ.get("KAMRA_TEST_S3_ENDPOINT"),
        "KAMRA_REDIS_URL": os.environ.get("KAMRA_TEST_REDIS_URL"),
    }
    found = {name: value for name, value in named.items() if value}
    if on_server is None:
        yield found
        return
    name = f"kamra_{uuid4().hex}"
    await on_server.execute(f'CREATE DATABASE "{name}"')
    yield found | {"KAMRA_DATABASE_URL": _server_url(name)}
    await on_server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def make_settings(tmp_path: Path, database_url: str) -> Callable[..., Settings]:
    """Settings of this test's own Kamra; keywords change single ones."""
    files_url = os.environ.get("KAMRA_TEST_FILES_URL")
    from_environment = {
        "files_url": None if files_url is None else f"{files_url.rstrip('/')}/{uuid4().hex}",
        "s3_endpoint": os.environ.get("KAMRA_TEST_S3_ENDPOINT"),
        "redis_url": os.environ.get("KAMRA_TEST_REDIS_URL"),
    }

    def make(**changed: object) -> Settings:
        values = {
            "data": tmp_path / "data",
            "database_url": database_url,
            "secret": "a secret that only tests know, long enough",
            "base_url": "http://kamra.test",
            "rate_limits": "off",
            "disk_reserve_bytes": 0,
            "workers": 1,
            **from_environment,
            **changed,
        }
        # The checker knows neither pydantic's `_env_file` nor which value of a mixed dict is whose.
        return Settings(_env_file=None, **values)  # pyright: ignore[reportCallIssue, reportArgumentType]  # see above

    return make


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    """The settings most tests use; a module overrides this fixture for its own."""
    return make_settings()


@pytest.fixture
async def parts(settings: Settings, clock: MovableClock) -> AsyncIterator[Parts]:
    """The parts of a running Kamra, sweeps not ticking by themselves."""
    async with opened_parts(settings, role="all", clock=clock, ticking=False, password_rounds=4) as opened:
        yield opened


@pytest.fixture
def works(parts: Parts) -> Works:
    return parts.works


@pytest.fixture
async def app(settings: Settings, clock: MovableClock) -> AsyncIterator[FastAPI]:
    """The web application without NiceGUI's pages, started."""
    site = create_site(
        settings,
        opened_parts(settings, role="all", clock=clock, ticking=False, password_rounds=4),
        with_pages=False,
    )
    async with site.router.lifespan_context(site):
        yield site


@pytest.fixture
async def api(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the API; paths are relative to /api/v1, absolute ones (`/health`) through `http://kamra.test`."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://kamra.test/api/v1") as client:
        yield client


async def _migrate(url: str) -> None:
    engines = open_engines(url)
    await migrate(engines)
    await engines.close()


def _server_url(name: str) -> str:
    return make_url(str(SERVER_URL)).set(database=name).render_as_string(hide_password=False)
