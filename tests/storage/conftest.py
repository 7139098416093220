"""The adapters that the tests of each protocol run against."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from domain.files import Files
from domain.messages import Messages
from domain.queue import Queue
from storage.files.opened import open_files
from storage.messages.memory import MemoryMessages
from storage.messages.redis import RedisMessages
from storage.queue.in_process import InProcessQueue
from storage.queue.procrastinate import PostgresQueue
from tests.storage.bucket import BUCKET, CREDENTIALS, moto_with_a_bucket
from tests.storage.own_database import own_database


@pytest.fixture(scope="session")
def s3_endpoint() -> Iterator[str | None]:
    """Where S3 is spoken: what the environment names, else moto in this process."""
    if "KAMRA_TEST_FILES_URL" in os.environ:
        yield os.environ.get("KAMRA_TEST_S3_ENDPOINT")
        return
    with moto_with_a_bucket() as endpoint, pytest.MonkeyPatch.context() as patch:
        for name, value in CREDENTIALS.items():
            patch.setenv(name, value)
        yield endpoint


@pytest.fixture
def bucket_url(s3_endpoint: str | None) -> str:
    """A place in a bucket of this test's own."""
    del s3_endpoint  # it also brings the credentials
    root = os.environ.get("KAMRA_TEST_FILES_URL", f"s3://{BUCKET}")
    return f"{root.rstrip('/')}/{uuid4().hex}"


@pytest.fixture(params=["folder", "bucket"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Files:
    if request.param == "folder":
        return open_files(None, tmp_path, None)
    return open_files(request.getfixturevalue("bucket_url"), tmp_path, request.getfixturevalue("s3_endpoint"))


@pytest.fixture(params=["memory", "redis"])
async def messages(request: pytest.FixtureRequest) -> AsyncIterator[Messages]:
    adapter = MemoryMessages() if request.param == "memory" else RedisMessages(request.getfixturevalue("redis_url"))
    yield adapter
    await adapter.close()


@pytest.fixture(scope="session")
def redis_url() -> str:
    return _service("KAMRA_TEST_REDIS_URL")


def _service(variable: str) -> str:
    if variable not in os.environ:
        pytest.skip("needs make test-services")
    return os.environ[variable]


BACKGROUND = ("last", "last and hold")


@pytest.fixture(params=["in process", "postgresql"])
async def queue(request: pytest.FixtureRequest) -> AsyncIterator[Queue]:
    if request.param == "in process":
        adapter = InProcessQueue(BACKGROUND, quiet_seconds=0)
        yield adapter
        await adapter.close()
        return
    async with own_database(request.getfixturevalue("postgresql_url")) as url:
        adapter = PostgresQueue(url, BACKGROUND, quiet_seconds=1)  # longer than from one job to fetching the next
        yield adapter
        await adapter.close()


@pytest.fixture(scope="session")
def postgresql_url() -> str:
    return _service("KAMRA_TEST_DATABASE_URL")
