"""Streams of bytes piece by piece, also when whoever reads goes away or cannot write."""

import asyncio
import gc
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.files.chunks import MEBIBYTE, chunks_of, taken


async def test_giving_up_while_a_file_is_being_opened_leaves_none_open(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"abc")
    for _ in range(20):
        reading = asyncio.ensure_future(anext(chunks_of(source)))
        await asyncio.sleep(0)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
    await asyncio.to_thread(source.stat)  # a thread that is free again: those before it have opened their files
    await asyncio.sleep(0)
    gc.collect()  # a file that nobody closed warns here, and a warning is an error


async def _mebibytes(count: int, error: Exception | None = None) -> AsyncIterator[bytes]:
    for number in range(count):
        yield bytes([number]) * MEBIBYTE
    if error is not None:
        raise error


async def test_what_comes_is_taken_whole_and_in_its_order() -> None:
    seen = bytearray()
    await taken(_mebibytes(5), lambda group: seen.extend(b"".join(group)))
    assert seen == b"".join([chunk async for chunk in _mebibytes(5)])


async def test_an_error_of_either_side_ends_both() -> None:
    def take(_group: list[bytes]) -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        await taken(_mebibytes(3), take)
    with pytest.raises(ValueError, match="gone"):
        await taken(_mebibytes(1, ValueError("gone")), take)
