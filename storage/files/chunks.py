"""Streams of bytes, cut so that neither memory nor the number of thread hops depends on who sends them."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable
from io import BufferedReader
from pathlib import Path

from storage.files.opening import opened

MEBIBYTE = 1 << 20


async def gathered(chunks: AsyncIterable[bytes], at_least: int = MEBIBYTE) -> AsyncIterator[list[bytes]]:
    """The chunks in groups of `at_least` bytes, the last one smaller; an upload brings thousands of 16 KiB pieces."""
    group: list[bytes] = []
    held = 0
    async for chunk in chunks:
        group.append(chunk)
        held += len(chunk)
        if held >= at_least:
            yield group
            group, held = [], 0
    if held:
        yield group


async def taken(chunks: AsyncIterable[bytes], take: Callable[[list[bytes]], None]) -> None:
    """Have `take` called in a thread with group after group of the chunks; while it has one, the next comes in."""
    taking: asyncio.Future[None] | None = None
    try:
        async for group in gathered(chunks):
            if taking is not None:
                await taking
            taking = asyncio.ensure_future(asyncio.to_thread(take, group))
        if taking is not None:
            await taking
    finally:
        if taking is not None and not taking.done():
            # What ended it came from the chunks, or from who wanted no more of it; nobody asks how this one ends.
            taking.cancel()
        elif taking is not None and not taking.cancelled():
            taking.exception()


async def chunks_of(path: Path, first: int = 0, last: int | None = None) -> AsyncGenerator[bytes, None]:
    """A local file's bytes from `first` to `last`, both included, in chunks of at most 1 MiB. Raises OSError."""
    # A cancelled read goes on in its thread; the file's own lock makes closing wait for it.
    with await opened(lambda: path.open("rb"), BufferedReader.close) as file:
        file.seek(first)
        left = None if last is None else last - first + 1
        while left is None or left > 0:
            chunk = await asyncio.to_thread(file.read, MEBIBYTE if left is None else min(MEBIBYTE, left))
            if not chunk:
                return
            left = None if left is None else left - len(chunk)
            yield chunk
