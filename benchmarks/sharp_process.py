"""A running Node with sharp in it; both are installed for this alone, and Kamra needs neither."""

import asyncio
import json
import shutil
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

_SOURCE = Path(__file__).with_name("sharp")
_INSTALLED = Path(__file__).parents[1] / "build" / "sharp"  # which git does not see
_INSTALL = ("install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts")


class SharpMissing(Exception):
    """sharp cannot be had on this machine; the text says why."""


class SharpProcess:
    """Makes one ladder at a time."""

    def __init__(self, process: Process) -> None:
        self._process = process

    @property
    def pid(self) -> int:
        """Node's process id."""
        return self._process.pid

    async def make(self, original: Path, into: Path, sizes: Sequence[int]) -> None:
        """Write JPEGs whose longest sides have these sizes; both paths are absolute."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = {"original": str(original), "into": str(into), "sizes": list(sizes)}
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        assert await self._process.stdout.readline() == b"made\n"


@asynccontextmanager
async def sharp_process() -> AsyncIterator[SharpProcess]:
    """Install what is missing and start it. Raises SharpMissing."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise SharpMissing("node and npm are not on this machine")
    shutil.copytree(_SOURCE, _INSTALLED, dirs_exist_ok=True)
    installing = await asyncio.create_subprocess_exec(
        *(npm, *_INSTALL), cwd=_INSTALLED, stdin=DEVNULL, stdout=PIPE, stderr=PIPE
    )
    _, said = await installing.communicate()
    if installing.returncode:
        raise SharpMissing(f"npm could not install sharp: {said.decode()[-500:]}")
    process = await asyncio.create_subprocess_exec(node, "ladder.mjs", cwd=_INSTALLED, stdin=PIPE, stdout=PIPE)
    try:
        yield SharpProcess(process)
    finally:
        process.kill()
        await process.wait()
