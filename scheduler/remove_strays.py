"""Removes bytes that no row names: half-written ones, and those of an upload or a deletion that a crash cut short."""

from datetime import timedelta

from domain.clock import Clock
from domain.files import Files
from domain.media.check import strays
from domain.work import Works

# Longer than any upload pauses between two of its chunks.
_HALF_WRITTEN_FOR = timedelta(days=1)


async def remove_strays(works: Works, files: Files, clock: Clock) -> int:
    """Remove them; returns how many files. Safe while others upload, because a row always comes before its bytes."""
    keys = await strays(works, files)
    await files.delete(keys)
    return len(keys) + await files.remove_leftovers(clock.now() - _HALF_WRITTEN_FOR)
