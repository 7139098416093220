"""One worker as the pool sees it: a child process that answers, dies or is killed."""

import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Self

from storage.renditions.exchange import LAST, Answer, Request, read_answer, write_request

_PROJECT = Path(__file__).resolve().parents[2]
_MODULE = "storage.renditions.worker"
_ANSWER_BYTES = 1024 * 1024
# No secret of the server's reaches a process that decodes strangers' files.
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "PYTHONPATH", "TMPDIR")
# One arena, because each further one reserves 64 MB of the address space. Freed memory stays for the next step instead
# of going back to the system and coming again empty, which takes a tenth of the time of a copy (measured); what is over
# 64 MB of it does go back, while Pillow's own PILLOW_BLOCKS_MAX would hold on to the blocks of one large picture.
_MALLOC = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(32 * 1024 * 1024),
    "MALLOC_TRIM_THRESHOLD_": str(64 * 1024 * 1024),
}
_OWN = {"LC_ALL": "C.UTF-8", **_MALLOC}


class WorkerDied(Exception):
    """The process ended without an answer; `signal` is what ended it, 0 when it ended by itself."""

    def __init__(self, signal: int) -> None:
        super().__init__(f"ended by signal {signal}" if signal else "ended by itself")
        self.signal = signal


class WorkerProcess:
    """A running worker; it answers one request at a time."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.original: Path | None = None  # that it was asked about last

    @classmethod
    async def start(cls, *, last: bool = False) -> Self:
        """Start a worker in a session of its own, so that Ctrl-C in a terminal is the server's business alone.

        One that comes `last` computes while nobody else does.
        """
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", _MODULE, *([LAST] if last else [])),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=_PROJECT,
            env=environment | _OWN,
            start_new_session=True,
            limit=_ANSWER_BYTES,
        )
        return cls(process)

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it has not been seen to end."""
        return self._process.returncode is None

    async def ask(self, request: Request) -> Answer:
        """Its answer. Raises WorkerDied."""
        if self._process.stdin is None or self._process.stdout is None:
            raise WorkerDied(0)
        self.original = request.original
        with suppress(ConnectionError):  # reading says the same, and why
            self._process.stdin.write(write_request(request))
            await self._process.stdin.drain()
        line = await self._process.stdout.readline()
        if not line.endswith(b"\n"):
            raise WorkerDied(max(0, -await self._process.wait()))
        return read_answer(line, request.into)

    async def kill(self) -> None:
        """End it at once and wait until it is gone; ended twice is ended."""
        if self.is_alive:
            with suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGKILL)
        await self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()
