"""What `kamra room send` does in the room: some files at once are kept there, then added to its list in their order."""

import asyncio
import mimetypes
import sys
from collections.abc import Awaitable, Sequence
from functools import partial
from pathlib import Path

from ui.commands.room_notices import say_notices
from ui.commands.room_tally import Tally
from ui.rooms.client.described import Described, describe
from ui.rooms.client.entries import add
from ui.rooms.client.keeping import AT_ONCE, keep
from ui.rooms.client.refused import FileChanged
from ui.rooms.client.visiting import Visit
from ui.theme.moments import time_text
from ui.theme.texts import sentence_for

_UNKNOWN = "application/octet-stream"


async def send(visit: Visit, paths: Sequence[Path]) -> int:
    """Print what is kept, and why what is not; 1 when a file is not kept. Raises what the room's calls do."""
    say_notices(visit.manifest)
    tally = Tally(len(paths))
    gate = asyncio.Semaphore(AT_ONCE)
    keeping = [asyncio.ensure_future(_kept(visit, path, tally, gate)) for path in paths]
    try:
        for path, kept in zip(paths, keeping, strict=True):
            await _send(visit, path, kept, tally)
    finally:
        for kept in keeping:
            kept.cancel()
        await asyncio.gather(*keeping, return_exceptions=True)
    files = "1 file is" if tally.files == 1 else f"{tally.files} files are"
    sys.stdout.write(f"{files} kept until {time_text(visit.told.expires_at)}.\n")
    left = tally.of - tally.files
    if left:
        sys.stdout.write(f"Not sent: {left}.\n")
    return 1 if left else 0


async def _kept(visit: Visit, path: Path, tally: Tally, gate: asyncio.Semaphore) -> Described:
    async with gate:
        file = await asyncio.to_thread(describe, visit.keys, path)
        await keep(visit.store, file, partial(tally.more, path))
    return file


async def _send(visit: Visit, path: Path, kept: Awaitable[Described], tally: Tally) -> None:
    """Add the file to the list once it is kept, unless it is there; print why when it is not kept."""
    try:
        file = await kept
    except FileChanged as error:
        sys.stderr.write(f"{sentence_for(error)}\n")
        tally.no_more(path)
        return
    except OSError as error:
        sys.stderr.write(f"{path}: {error.strerror or 'cannot be read'}\n")
        tally.no_more(path)
        return
    if file.name.object_id not in visit.manifest.view.files:
        mime = mimetypes.guess_type(path.name)[0] or _UNKNOWN
        name = path.name.encode("utf-8", "replace").decode()  # some disks hold names that are no text
        await visit.write([add(file.name, name=name, mime=mime, by=visit.by)])
    tally.done(path, file.name.size)
