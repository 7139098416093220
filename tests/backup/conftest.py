"""A Kamra that does nothing by itself, and an empty place of the same kind beside it."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from domain.ids import new_uuid
from tests.scheduler.conftest import actor, anna, parts  # noqa: F401  # fixtures, which pytest finds by their names
from tests.storage.own_database import own_database
from ui.settings import Settings


@pytest.fixture
async def there(make_settings: Callable[..., Settings], tmp_path: Path) -> AsyncIterator[Settings]:
    """The settings of an empty place of the same kind."""
    server, files = os.environ.get("KAMRA_TEST_DATABASE_URL"), os.environ.get("KAMRA_TEST_FILES_URL")
    place = {
        "data": tmp_path / "there",
        "files_url": None if files is None else f"{files.rstrip('/')}/{new_uuid()}",
        "database_url": None,
    }
    async with AsyncExitStack() as databases:
        if server is not None:
            place["database_url"] = await databases.enter_async_context(own_database(server))
        yield make_settings(**place)
