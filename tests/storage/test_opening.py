"""Whoever gives up while a file is being opened leaves nothing open."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.files.local import LocalFiles
from storage.files.partial import PartialFile


async def nothing() -> AsyncIterator[bytes]:
    return
    yield b""


async def test_a_write_given_up_while_its_file_is_being_made_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = LocalFiles(tmp_path)
    making, go_on, made = threading.Event(), threading.Event(), threading.Event()
    make = PartialFile.__init__

    def made_late(self: PartialFile, folder: Path, root: Path) -> None:
        making.set()
        go_on.wait(10)
        make(self, folder, root)
        made.set()

    monkeypatch.setattr(PartialFile, "__init__", made_late)
    writing = asyncio.create_task(files.write("originals/a", nothing()))
    await asyncio.to_thread(making.wait, 10)
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    go_on.set()
    assert await asyncio.to_thread(made.wait, 10)
    async with asyncio.timeout(30):
        while list((tmp_path / ".partial").iterdir()):  # noqa: ASYNC110  # its removal tells nobody
            await asyncio.sleep(0)
