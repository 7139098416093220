"""A real Kamra in a process of its own, and its commands beside it, in processes of their own or in this one."""

import asyncio
import os
import signal
import sys
from argparse import Namespace
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, redirect_stdout
from io import StringIO
from pathlib import Path

import httpx

from tests.throwaway_servers import free_port
from ui.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
OWNER = "anna:anna@example.com:a kettle under the stairs"


def environment(data: Path, **more: str) -> dict[str, str]:
    """The settings of a Kamra in this folder, and none that the tests themselves have."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("KAMRA_")}
    settings = {"KAMRA_DATA": str(data), "KAMRA_OWNER": OWNER, "KAMRA_RATE_LIMITS": "off", "KAMRA_WORKERS": "1"}
    return {**own, **settings, "KAMRA_DISK_RESERVE_BYTES": "0", **more}


async def command(*words: str, env: dict[str, str]) -> tuple[int, str]:
    """Run one command to its end; its exit code, and what it printed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "ui",
        *words,
        cwd=ROOT,
        env=env,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return int(process.returncode or 0), said.decode()


async def command_here(
    run: Callable[[Namespace, Settings], int], env: dict[str, str], **given: object
) -> tuple[int, str]:
    """The same in this process, where the program is imported already: for what comes before or after the point.

    A process takes 1.5 s until it begins. `run` is that of the command's module, which must not wait for signals.
    """
    named = {name.removeprefix("KAMRA_").lower(): value for name, value in env.items() if name.startswith("KAMRA_")}
    # The checker knows neither pydantic's `_env_file` nor that settings are read from text.
    settings = Settings(_env_file=None, **named)  # pyright: ignore[reportCallIssue, reportArgumentType]  # see above
    with redirect_stdout(StringIO()) as said:
        code = await asyncio.to_thread(run, Namespace(**given), settings)
    return code, said.getvalue()


@asynccontextmanager
async def served(env: dict[str, str]) -> AsyncIterator[httpx.AsyncClient]:
    """A running server's client, signed in as its owner."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.quick_kamra", "serve", "--host", "127.0.0.1", "--port", str(port)),
        cwd=ROOT,
        env=env,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with httpx.AsyncClient(base_url=address, timeout=60, trust_env=False) as client:
            await _ready(client, process)
            login = {"login": "anna", "password": OWNER.rpartition(":")[2]}
            answer = await client.post("/api/v1/auth/login", json=login)
            assert answer.status_code == 200, answer.text
            client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
            yield client
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()


async def _ready(client: httpx.AsyncClient, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(60):
        while process.returncode is None:
            try:
                if (await client.get("/ready")).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.05)
    raise RuntimeError("the server ended at once")
