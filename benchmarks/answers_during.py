"""How long the server takes to answer one question again and again while something else keeps it busy."""

import asyncio
import json
import statistics
import sys
from collections.abc import Awaitable, Callable


async def answers_during(
    load: Callable[[], Awaitable[None]], address: str, *, a_second: float, cookies: str = "", authorization: str = ""
) -> list[float]:
    """Milliseconds of every answer from the begin of the load to its end, each from when it was due to be asked."""
    pipe = asyncio.subprocess.PIPE
    probe = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "benchmarks.probe",
        address,
        str(a_second),
        cookies,
        authorization,
        stdin=pipe,
        stdout=pipe,
    )
    assert probe.stdout is not None
    await probe.stdout.readline()
    await load()
    out, _ = await probe.communicate(b"")  # which closes its input
    return [seconds * 1000 for seconds in json.loads(out)]


def percentile(milliseconds: list[float], percent: int) -> float:
    """That many in a hundred are faster."""
    return statistics.quantiles(milliseconds, n=100)[percent - 1]
