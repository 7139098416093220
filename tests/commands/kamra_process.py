"""A real Kamra in a process of its own, and its commands beside it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from tests.throwaway_servers import free_port

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
