"""Removes bytes of rooms that no row names, and tells of rows whose bytes are missing, which nobody can bring back."""

import logging
from contextlib import aclosing

from domain.files import Files
from domain.media.check import Kind
from domain.resting import Rest, no_rest
from domain.rooms.check import room_differences
from domain.work import Works

log = logging.getLogger("kamra.sweeps")

_AT_ONCE = 500


async def remove_room_strays(works: Works, files: Files, rest: Rest = no_rest) -> int:
    """Remove them; returns how many files. Safe while others send, end rooms and remove objects."""
    removed = missing = 0
    keys: list[str] = []
    async with aclosing(room_differences(works, files, rest)) as found:
        async for one in found:
            if one.kind is not Kind.NO_ROW:
                missing += 1
                continue
            keys.append(one.key)
            if len(keys) == _AT_ONCE:
                await files.delete(keys)
                removed, keys = removed + len(keys), []
    await files.delete(keys)
    if missing:
        log.error("the bytes of %d parts of rooms' objects are missing or cut; 'kamra check' names them", missing)
    return removed + len(keys)
