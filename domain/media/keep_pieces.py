"""Making kept bytes a piece of their upload: of many that begin at one byte, exactly one becomes it."""

from dataclasses import replace

from domain.media.intake import Arrived, Intake
from domain.media.keys import original_key
from domain.media.media import Status
from domain.media.upload import InProgress, Piece, Upload, UploadFinished, UploadNotFound, WrongOffset, kept_until
from domain.work import Work


async def append_piece(intake: Intake, upload: Upload, first: int, arrived: Arrived) -> InProgress:
    """Let the bytes follow those that are here; returns the upload as it is then.

    Raises WrongOffset when others came first, UploadFinished or UploadNotFound; then the bytes are gone again.
    """
    try:
        async with intake.works.write() as work:
            now = await _held(work, intake, upload)
            if now.offset != first:
                raise WrongOffset(offset=now.offset)
            return await _with_piece(work, intake, now, arrived)
    except (WrongOffset, UploadFinished, UploadNotFound):
        await intake.files.delete([arrived.key])
        raise


async def replace_pieces(intake: Intake, upload: Upload, arrived: Arrived) -> int:
    """Let the bytes take the place of all that are here if they are more; returns how many are here then.

    Raises UploadFinished or UploadNotFound; then the bytes are gone again.
    """
    try:
        async with intake.works.write() as work:
            now = await _held(work, intake, upload)
            is_more = arrived.written.bytes > now.offset
            removed = await work.uploads.remove_pieces(upload.id) if is_more else ()
            if is_more:
                now = await _with_piece(work, intake, replace(now, pieces=()), arrived)
    except (UploadFinished, UploadNotFound):
        await intake.files.delete([arrived.key])
        raise
    unused = [original_key(upload.media_id, piece.original_id) for piece in removed]
    await intake.files.delete(unused if is_more else [arrived.key])
    return now.offset


async def _held(work: Work, intake: Intake, upload: Upload) -> InProgress:
    """The upload as it is, and as it stays while the transaction lasts."""
    held = await work.uploads.hold(upload.id, intake.clock.now())
    media = None if held is None else await work.media.get(upload.media_id)
    if held is None or media is None:
        raise UploadNotFound
    if media.status is not Status.PENDING:
        raise UploadFinished(offset=media.bytes)
    return InProgress(upload=held, media=media, pieces=tuple(await work.uploads.pieces(upload.id)))


async def _with_piece(work: Work, intake: Intake, now: InProgress, arrived: Arrived) -> InProgress:
    piece = Piece(first=now.offset, bytes=arrived.written.bytes, original_id=arrived.original_id)
    await work.uploads.add_piece(now.upload.id, piece, kept_until(now.media, intake.clock.now()))
    return replace(now, pieces=(*now.pieces, piece))
