"""What a server with 100,000 posts has in memory when nobody asks it for anything and its sweeps have run."""

import asyncio
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from benchmarks.feed_seeding import seed
from benchmarks.feed_world import VIEWERS, World
from benchmarks.figure import Figure, as_table, at_most
from benchmarks.peak_memory import peak
from benchmarks.served import Served, served

_POSTS = 100_000
_SWEPT_WITHIN = 120  # seconds
# The one that looks at every post, and ends last but for the one that looks at files: of these there are none here.
_SWEPT = 'kamra_sweep_last_success_seconds{sweep="recount"}'
_MEGABYTES = 1.024 / 1000  # of the kibibytes that Linux counts


def measure() -> list[Figure]:
    """Megabytes of resident memory, shared libraries included, of the server and whatever it has started."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    with TemporaryDirectory(prefix="kamra-bench-", ignore_cleanup_errors=True) as name:
        data = Path(name)
        url = f"sqlite+aiosqlite:///{data / 'kamra.db'}"
        await seed(url, World(datetime.now(UTC), _POSTS))
        settings = {"KAMRA_DATA": str(data), "KAMRA_DATABASE_URL": url, "KAMRA_SWEEP_SECONDS": "2"}
        async with served(settings=settings) as kamra:
            await _look_and_wait(kamra)
            resident = sum(_resident(pid) for pid in _processes(kamra.pid))
            note = f"after a look at a feed; the server had {peak(kamra.pid):.0f} MB at most since its start"
    return [at_most(f"server at rest with {_POSTS:,} posts", resident, 300, "MB", note)]


async def _look_and_wait(kamra: Served) -> None:
    headers = {"Authorization": f"Bearer {VIEWERS[1].token}"}
    async with httpx.AsyncClient(base_url=kamra.url, timeout=60) as client:
        (await client.get("/api/v1/feed", headers=headers)).raise_for_status()
        for _ in range(_SWEPT_WITHIN * 2):
            if _SWEPT in (await client.get("/metrics")).text:
                return
            await asyncio.sleep(0.5)
    raise TimeoutError("the sweeps did not end")


def _processes(pid: int) -> Iterator[int]:
    """It, and what it has started, and so on."""
    yield pid
    for thread in Path(f"/proc/{pid}/task").iterdir():
        for child in (thread / "children").read_text(encoding="ascii").split():
            yield from _processes(int(child))


def _resident(pid: int) -> float:
    found = re.search(r"^Rss: +(\d+) kB$", Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii"), re.MULTILINE)
    assert found is not None
    return int(found[1]) * _MEGABYTES


if __name__ == "__main__":
    print(as_table(measure()))
