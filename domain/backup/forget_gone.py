"""Taking out of a restored Kamra what was deleted while its backup was made: deleted is deleted."""

from domain.accounts.traces import remove_traces
from domain.backup.contents import GoneCopy, GonePerson, GonePicture, read_line
from domain.backup.notes import Notes
from domain.clock import Clock
from domain.files import Files
from domain.ids import AccountId, MediaId
from domain.media.compressions.delete import remove_copies
from domain.media.keys import copy_of, media_of
from domain.media.remove_gone import remove_account, remove_media
from domain.work import Works

_AT_ONCE = 100


async def forget_gone(works: Works, files: Files, clock: Clock, manifest: Notes) -> int:
    """Remove what the manifest says is gone; returns how many pictures and people. Raises NotABackup."""
    gone = 0
    pictures: list[MediaId] = []
    for line in map(read_line, manifest.lines()):
        if isinstance(line, GonePicture):
            pictures.append(MediaId(line.id))
        elif isinstance(line, GoneCopy):
            await _forget_copy(works, files, line.key)
        elif isinstance(line, GonePerson):
            await _forget_person(works, files, clock, AccountId(line.id))
            gone += 1
        if len(pictures) == _AT_ONCE:
            await remove_media(works, files, pictures)
            gone, pictures = gone + len(pictures), []
    await remove_media(works, files, pictures)
    return gone + len(pictures)


async def _forget_copy(works: Works, files: Files, key: str) -> None:
    media_id, compression_id = media_of(key), copy_of(key)
    if media_id is not None and compression_id is not None:
        await remove_copies(works, files, [(media_id, compression_id)])


async def _forget_person(works: Works, files: Files, clock: Clock, account_id: AccountId) -> None:
    # Whoever left did so when another could look after this Kamra; nobody is asked about that again.
    now = clock.now()
    async with works.write() as work:
        await work.follows.hold_around(account_id)
        await work.accounts.mark_gone(account_id, now)
        await work.media.mark_all_gone(account_id, now)
        await work.rooms.close_all_of(account_id, now)
        await remove_traces(work, account_id)
    await remove_account(works, files, account_id)
