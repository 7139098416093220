"""What `kamra room save` does in the room: file after file is fetched, opened, and put into a folder."""

import asyncio
import sys
from functools import partial
from pathlib import Path

from ui.commands.room_notices import say_notices
from ui.commands.room_tally import Tally
from ui.rooms.client.entries import SharedFile, received
from ui.rooms.client.places import already_here, harmless_name
from ui.rooms.client.refused import CodedFile, NotAuthentic, RoomRefused, WrongRoot
from ui.rooms.client.saving import save
from ui.rooms.client.visiting import Visit
from ui.theme.texts import sentence_for

_NOT_KEPT = "room_object_not_found"


async def save_all(visit: Visit, folder: Path) -> int:
    """Print how many files are here now, and why others are not; 1 when one is missing. Raises what the calls do."""
    say_notices(visit.manifest)
    files = list(visit.manifest.view.files.values())
    tally, saved = Tally(len(files)), []
    for file in files:
        try:
            is_new = await _save(visit, file, folder, tally)
        except OSError as error:
            sys.stderr.write(f"{harmless_name(file)}: {error.strerror or 'cannot be written'}\n")
        except (NotAuthentic, WrongRoot, CodedFile, RoomRefused) as error:
            if isinstance(error, RoomRefused) and error.reason != _NOT_KEPT:
                raise
            sys.stderr.write(f"{harmless_name(file)}: {sentence_for(error)}\n")
        else:
            tally.done(file.object.object_id, file.object.size)
            saved += [file.object.object_id] if is_new else []
        finally:
            tally.no_more(file.object.object_id)
    if visit.by and saved:
        await visit.write([received(saved, visit.by)])
    return _say(tally, len(saved), folder)


async def _save(visit: Visit, file: SharedFile, folder: Path, tally: Tally) -> bool:
    """Whether it was not there before."""
    if file.coding is not None:
        raise CodedFile
    if await asyncio.to_thread(already_here, folder, file):
        return False
    await save(visit.store, visit.keys, file, folder, progress=partial(tally.more, file.object.object_id))
    return True


def _say(tally: Tally, saved: int, folder: Path) -> int:
    files = "1 file" if saved == 1 else f"{saved} files"
    sys.stdout.write(f"{files} saved in {folder}.\n")
    if tally.files > saved:
        sys.stdout.write(f"There already: {tally.files - saved}.\n")
    if tally.of > tally.files:
        sys.stdout.write(f"Not saved: {tally.of - tally.files}.\n")
    return 1 if tally.of > tally.files else 0
