"""A line to a server that hardly moves from some byte on, so that a test can act in the middle of a file."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from tests.browser.conftest import _free_port

BIT = 16 * 1024
LARGE = 100 * 1024  # more than any request takes that carries no file
PAUSE = 0.05  # seconds between two bits of a line that hardly moves


@dataclass
class SlowLine:
    """Passes connections on to `to_port`; those with files are slow once so many bytes went to the server in all."""

    port: int
    to_port: int
    slow_after: int | None = None
    passed: int = 0

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until either side has enough of it."""
        with suppress(OSError):
            to_reader, to_writer = await asyncio.open_connection("127.0.0.1", self.to_port)
            back = asyncio.create_task(_pass_on(to_reader, writer))
            forth = asyncio.create_task(self._pass_slowly(reader, to_writer))
            await asyncio.wait({back, forth}, return_when=asyncio.FIRST_COMPLETED)
            back.cancel()
            forth.cancel()
            to_writer.close()
        writer.close()

    async def _pass_slowly(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        own = 0
        with suppress(OSError):
            while bit := await reader.read(BIT):
                writer.write(bit)
                await writer.drain()
                own += len(bit)
                self.passed += len(bit)
                if own > LARGE and self.slow_after is not None and self.passed > self.slow_after:
                    await asyncio.sleep(PAUSE)


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while bit := await reader.read(BIT):
            writer.write(bit)
            await writer.drain()


@asynccontextmanager
async def slow_line(to_port: int, slow_after: int) -> AsyncIterator[SlowLine]:
    """A line that lasts as long as the context."""
    line = SlowLine(port=_free_port(), to_port=to_port, slow_after=slow_after)
    listening = await asyncio.start_server(line.connected, "127.0.0.1", line.port, limit=BIT)
    try:
        yield line
    finally:
        listening.close()
