"""The address of a database may be written as providers show it, without a Python driver in it."""

import pytest

from storage.database.engine import open_engines


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("postgresql://kamra:a%40b@localhost/pictures", "postgresql+asyncpg://kamra:a%40b@localhost/pictures"),
        ("postgres://localhost/pictures", "postgresql+asyncpg://localhost/pictures"),
        ("postgresql+asyncpg://localhost/pictures", "postgresql+asyncpg://localhost/pictures"),
        ("sqlite:///pictures.db", "sqlite+aiosqlite:///pictures.db"),
    ],
)
async def test_an_address_without_a_driver_gets_ours(written: str, used: str) -> None:
    engines = open_engines(written)
    assert engines.writer.url.render_as_string(hide_password=False) == used
    assert engines.reader.url == engines.writer.url
    await engines.close()
