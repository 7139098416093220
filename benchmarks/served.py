"""A running Kamra in a process of its own, with an owner: what the figures about the whole program are measured on."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

LOGIN = "owner"
PASSWORD = "a lamp in the darkroom"
OWNER = f"{LOGIN}:{LOGIN}@example.com:{PASSWORD}"
PROGRAM = ("-m", "ui", "serve")
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """Where it is served, and the process that serves it."""

    url: str
    pid: int


@asynccontextmanager
async def served(program: Sequence[str] = PROGRAM, settings: Mapping[str, str] = _NONE) -> AsyncIterator[Served]:
    """The program with its own settings, limits and `settings` aside, and an empty data folder.

    `program` is what Python runs.
    """
    with TemporaryDirectory(prefix="kamra-bench-", ignore_cleanup_errors=True) as name:
        folder, port = Path(name), free_port()
        environment = _environment({**settings_for(folder / "data", port), **settings})
        with _log_of(folder).open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, *program, env=environment, stdout=log, stderr=log
            )
        try:
            url = f"http://localhost:{port}"
            await _until_ready(url, process, folder)
            yield Served(url=url, pid=process.pid)
        finally:
            if process.returncode is None:
                process.terminate()
                await process.wait()


def settings_for(data: Path, port: int) -> dict[str, str]:
    """The settings that differ from what a person gets who starts Kamra and sets nothing."""
    return {
        "KAMRA_DATA": str(data),
        "KAMRA_HOST": "127.0.0.1",
        "KAMRA_PORT": str(port),
        "KAMRA_OWNER": OWNER,
        "KAMRA_RATE_LIMITS": "off",
    }


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KAMRA_")}
    return {**inherited, **settings}


async def _until_ready(url: str, process: asyncio.subprocess.Process, folder: Path) -> None:
    async with httpx.AsyncClient() as client, asyncio.timeout(60):
        while True:
            if process.returncode is not None:
                raise RuntimeError(f"Kamra ended by itself: {_log_of(folder).read_text()[-2000:]}")
            try:
                if (await client.get(f"{url}/ready")).status_code == 200:
                    return
            except httpx.TransportError:
                pass  # it does not listen yet
            await asyncio.sleep(0.1)


def _log_of(folder: Path) -> Path:
    return folder / "log.txt"


def free_port() -> int:
    """A loopback port nobody has now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
