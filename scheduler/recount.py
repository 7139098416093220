"""Counts followers, posts, likes and comments anew, and corrects figures that do not agree with their rows.

They change in one transaction with what they count, so a wrong one is a mistake of Kamra's: it is told in the log and
in the numbers for the one who runs it.
"""

import logging

from prometheus_client import Counter

from domain.counters import Counted
from domain.work import Works
from scheduler.resting import Rest

log = logging.getLogger("kamra.sweeps")

RECOUNT = "recount"
DRIFTED = Counter("kamra_figures_corrected", "People and posts whose figures were wrong", ["of"])

_AT_ONCE = 500


async def recount(works: Works, rest: Rest | None = None) -> int:
    """Look at everything, a few rows at a time, so that nobody waits for it; returns how many rows were wrong."""
    rest = rest or Rest()
    return sum([await _recount(works, at, rest) for at in Counted])


async def _recount(works: Works, at: Counted, rest: Rest) -> int:
    wrong, after = 0, None
    while True:
        async with works.read() as work:
            looked = await work.counters.look(at, after, _AT_ONCE)
        if looked.wrong:
            async with works.write() as work:
                wrong += await work.counters.correct(at, looked.wrong)
        if looked.last is None:
            break
        after = looked.last
        await rest.between_steps()
    if wrong:
        log.warning("figures of %d %s did not agree with their rows and were corrected", wrong, at.value)
        DRIFTED.labels(at.value).inc(wrong)
    return wrong
