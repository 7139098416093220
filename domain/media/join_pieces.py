"""Joining the pieces of an upload: read one after the other into a new original, none of them in memory as a whole."""

from collections.abc import AsyncIterator
from dataclasses import replace

from domain.files import FileMissing
from domain.media.intake import Intake, keep_bytes
from domain.media.keys import original_key
from domain.media.make_original import make_original
from domain.media.media import Status
from domain.media.upload import InProgress, UploadFinished, UploadIncomplete
from domain.media.upload_rules import check_disk


async def join_pieces(intake: Intake, coming: InProgress) -> int:
    """Make the picture's original of all its pieces, which are all here; returns how many bytes it has.

    Whatever interrupts it leaves the pieces, to be joined again. Raises UploadFinished when that has happened already,
    UploadIncomplete when a piece's bytes are lost (then it has to be sent from the beginning), and what
    `make_original` raises or DiskFull.
    """
    await check_disk(intake.files, intake.limits, coming.media.bytes)
    try:
        arrived = await keep_bytes(intake, coming.media.id, _bytes_of(intake, coming))
    except FileMissing:
        await _forget_lost_pieces(intake, coming)
        raise UploadIncomplete(offset=0) from None
    return await make_original(intake, coming.upload, arrived)


async def _bytes_of(intake: Intake, coming: InProgress) -> AsyncIterator[bytes]:
    for piece in coming.pieces:
        async for chunk in intake.files.read(original_key(coming.media.id, piece.original_id)):
            yield chunk


async def _forget_lost_pieces(intake: Intake, coming: InProgress) -> None:
    """Raises UploadFinished when they are not lost, but joined by somebody else meanwhile.

    Raises UploadIncomplete when somebody else has forgotten them, and others are here by now.
    """
    async with intake.works.write() as work:
        await work.uploads.hold(coming.upload.id, intake.clock.now())
        media = await work.media.get(coming.media.id)
        if media is None or media.status is not Status.PENDING:
            raise UploadFinished(offset=coming.media.bytes)
        now = replace(coming, pieces=tuple(await work.uploads.pieces(coming.upload.id)))
        if now.pieces != coming.pieces:
            raise UploadIncomplete(offset=now.offset)
        await work.uploads.remove_pieces(coming.upload.id)
    await intake.files.delete([original_key(coming.media.id, piece.original_id) for piece in coming.pieces])
