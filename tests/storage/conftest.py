"""The adapters that the tests of each protocol run against."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.files import Files
from domain.messages import Messages
from domain.queue import Queue
from storage.files.local import LocalFiles
from storage.messages.memory import MemoryMessages
from storage.queue.in_process import InProcessQueue


@pytest.fixture(params=["folder"])
async def files(request: pytest.FixtureRequest, tmp_path: Path) -> Files:
    return LocalFiles(tmp_path / "files")


@pytest.fixture(params=["memory"])
async def messages(request: pytest.FixtureRequest) -> AsyncIterator[Messages]:
    adapter = MemoryMessages()
    yield adapter
    await adapter.close()


@pytest.fixture(params=["in process"])
async def queue(request: pytest.FixtureRequest) -> AsyncIterator[Queue]:
    adapter = InProcessQueue()
    yield adapter
    await adapter.close()
