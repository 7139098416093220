"""Reading a local file piece by piece, also when whoever reads goes away."""

import asyncio
import gc
from pathlib import Path

import pytest

from storage.files.chunks import chunks_of


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
