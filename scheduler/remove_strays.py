"""Removes bytes that no row names: half-written ones, and those of an upload or a deletion that a crash cut short."""

from contextlib import aclosing

from domain.files import Files
from domain.media.check import strays
from domain.media.compressions.delete import remove_stray_copy
from domain.media.keys import COMPRESSIONS
from domain.work import Works

_AT_ONCE = 500


async def remove_strays(works: Works, files: Files) -> int:
    """Remove them; returns how many files.

    Safe while others upload, because a row always comes before its bytes, and while others keep copies, whose bytes
    come before their rows, because each of those is asked for again while it is held.
    """
    removed = 0
    keys: list[str] = []
    async with aclosing(strays(works, files)) as found:
        async for key in found:
            if key.startswith(COMPRESSIONS):
                removed += await remove_stray_copy(works, files, key)
                continue
            keys.append(key)
            if len(keys) == _AT_ONCE:
                await files.delete(keys)
                removed, keys = removed + len(keys), []
    await files.delete(keys)
    return removed + len(keys) + await files.remove_leftovers()
