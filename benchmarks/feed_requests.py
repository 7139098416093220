"""Feed requests a second from a server that has one core, as a program asks for them."""

import asyncio
import os
import time
from pathlib import Path

import httpx

from benchmarks.feed_world import VIEWERS
from benchmarks.figure import Figure, at_least
from benchmarks.processor_time import processor_seconds
from benchmarks.served import served

_CLIENTS = 4
_SECONDS = 8
_VIEWER = VIEWERS[1]
# The program as it is, but for its sweeps: the first of them come with the start, look at every picture and count a
# million posts anew. That takes half a core for long, and is no part of a request.
_WITHOUT_SWEEPS = """
from scheduler.timetable import Timetable
from ui.cli import main

async def nothing(self, name):
    return None

Timetable.run = nothing
main(["serve"])
"""


async def feed_requests(url: str, data: Path, where: str) -> Figure:
    """The database of this URL is served from the data folder; the server's processor time says what one core can."""
    settings = {"KAMRA_DATA": str(data), "KAMRA_DATABASE_URL": url}
    async with served(("-c", _WITHOUT_SWEEPS), settings) as kamra:
        _keep_to_one_core(kamra.pid)
        headers = {"Authorization": f"Bearer {_VIEWER.token}"}
        async with httpx.AsyncClient(base_url=kamra.url, headers=headers, timeout=60) as client:
            await _ask(client, 1)
            cpu, begun = processor_seconds(kamra.pid), time.monotonic()
            answered = sum(await asyncio.gather(*(_ask(client, _SECONDS) for _ in range(_CLIENTS))))
            took, used = time.monotonic() - begun, processor_seconds(kamra.pid) - cpu
    what = f"feed requests a second of processor time, {_VIEWER.follows} follows, {where}"
    return at_least(what, answered / used, 80, "a second", f"{answered / took:.0f} a second by the clock, one core")


async def _ask(client: httpx.AsyncClient, seconds: float) -> int:
    answered, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        answer = await client.get("/api/v1/feed")
        assert answer.status_code == 200, answer.text
        assert len(answer.json()["items"]) == 30
        answered += 1
    return answered


def _keep_to_one_core(pid: int) -> None:
    core = {max(os.sched_getaffinity(0))}
    for thread in Path(f"/proc/{pid}/task").iterdir():
        os.sched_setaffinity(int(thread.name), core)
