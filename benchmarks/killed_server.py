"""A Kamra that is killed without warning and started again on the same port, with the same data."""

import asyncio
import os
import re
import signal
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import httpx

# The sweeps that finish what a crash interrupted; a figure of each appears once it ran without an error.
_TIDYING = ("finish-deletions", "remove-strays", "recover-uploads", "remove-room-strays")
_ENDED_ROOMS = re.compile(r'^kamra_sweep_last_success_seconds{sweep="end-rooms"} (.+)$', re.MULTILINE)


class KilledServer:
    """`settings` are all of its KAMRA_ settings, KAMRA_PORT among them; `folder` has its log and temporary files."""

    def __init__(self, settings: Mapping[str, str], folder: Path) -> None:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("KAMRA_", "PYTEST_"))}
        temporary = folder / "temporary"
        temporary.mkdir()
        # Every second, because the sweeps that look at everything begin that long after a start.
        self._environment = {**inherited, "KAMRA_SWEEP_SECONDS": "1", **settings, "TMPDIR": str(temporary)}
        self._log = folder / "log.txt"
        self._process: Process | None = None
        self.url = f"http://localhost:{settings['KAMRA_PORT']}"

    async def start(self) -> float:
        """Start it; seconds until it said that it is ready."""
        before = time.perf_counter()
        with self._log.open("ab") as log:
            self._process = await self._begun("serve", log)
        async with httpx.AsyncClient() as client, asyncio.timeout(60):
            while True:
                if await self._is_ready(client, self._process):
                    return time.perf_counter() - before
                await asyncio.sleep(0.02)

    async def kill(self) -> None:
        """End it as a power cut does: at once, whatever it is doing."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(signal.SIGKILL)
            await self._process.wait()

    async def tidied(self) -> None:
        """Return when the sweeps of its start are done."""
        async with httpx.AsyncClient() as client, asyncio.timeout(60):
            while True:
                said = (await client.get(f"{self.url}/metrics")).text
                if all(f'kamra_sweep_last_success_seconds{{sweep="{name}"}}' in said for name in _TIDYING):
                    return
                await asyncio.sleep(0.02)

    async def ended_rooms(self, times: int) -> None:
        """Return when the sweep that ends rooms has begun and ended so many times from now on."""
        seen: set[str] = set()
        async with httpx.AsyncClient() as client, asyncio.timeout(60):
            while len(seen) < times + 2:  # the first was before now, and the second may have begun before
                seen.update(_ENDED_ROOMS.findall((await client.get(f"{self.url}/metrics")).text))
                await asyncio.sleep(0.05)

    async def differences(self) -> list[str]:
        """What `kamra check` says about rows and files that do not agree."""
        check = await self._begun("check", PIPE)
        said, _ = await check.communicate()
        return said.decode().splitlines() if check.returncode else []

    async def _begun(self, verb: str, says_to: BinaryIO | int) -> Process:
        command = (sys.executable, "-m", "ui", verb)
        return await asyncio.create_subprocess_exec(
            *command, env=self._environment, stdin=DEVNULL, stdout=says_to, stderr=STDOUT
        )

    async def _is_ready(self, client: httpx.AsyncClient, process: Process) -> bool:
        if process.returncode is not None:
            raise RuntimeError(f"Kamra ended by itself: {self._log.read_text()[-2000:]}")
        try:
            return (await client.get(f"{self.url}/ready")).status_code == 200
        except httpx.TransportError:  # it does not listen yet
            return False
