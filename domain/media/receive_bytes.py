"""Taking in the bytes of an upload: row, then bytes, then commit, so that what is acknowledged is kept.

A request that is cut keeps what came. Each request's bytes have a key of their own: those that are the whole picture
become its original as they are, those that are a part of it become a piece, and the last piece has all of them joined.
"""

from collections.abc import AsyncIterable

from domain.media.intake import Intake, keep_bytes
from domain.media.join_pieces import join_pieces
from domain.media.keep_pieces import append_piece, replace_pieces
from domain.media.make_original import make_original
from domain.media.media import Status
from domain.media.upload import (
    MOST_PIECES,
    InProgress,
    TooManyPieces,
    UploadFinished,
    UploadIncomplete,
    WrongOffset,
)
from domain.media.upload_rules import check_disk, some_of


async def receive_whole(intake: Intake, coming: InProgress, chunks: AsyncIterable[bytes]) -> None:
    """Take the picture from its first byte on, whatever is here of it; a cut one is kept if it is more than that.

    Raises UploadFinished, UploadTooLarge, UploadIncomplete, UploadChanged, UploadNotFound or DiskFull.
    """
    _check_pending(coming)
    size = coming.media.bytes
    await check_disk(intake.files, intake.limits, size)
    arrived = await keep_bytes(intake, coming.media.id, some_of(chunks, size, UploadIncomplete(offset=coming.offset)))
    if arrived.written.bytes < size:
        raise UploadIncomplete(offset=await replace_pieces(intake, coming.upload, arrived))
    await make_original(intake, coming.upload, arrived)


async def receive_rest(intake: Intake, coming: InProgress, first: int, chunks: AsyncIterable[bytes]) -> int:
    """Take bytes that begin with the picture's byte `first`; returns how many are here from the beginning on.

    Raises UploadFinished, WrongOffset, TooManyPieces, UploadTooLarge, UploadChanged, UploadNotFound, DiskFull, and
    UploadIncomplete when bytes that were here are lost.
    """
    _check_pending(coming)
    if first != coming.offset:
        raise WrongOffset(offset=coming.offset)
    if not coming.missing:
        return await join_pieces(intake, coming)
    if len(coming.pieces) >= MOST_PIECES:
        raise TooManyPieces(max=MOST_PIECES)
    await check_disk(intake.files, intake.limits, coming.missing)
    try:
        arrived = await keep_bytes(intake, coming.media.id, some_of(chunks, coming.missing, UploadIncomplete()))
    except UploadIncomplete:  # not one byte came, which is no fault where all come in pieces
        return coming.offset
    if arrived.written.bytes == coming.media.bytes:
        return await make_original(intake, coming.upload, arrived)
    now = await append_piece(intake, coming.upload, first, arrived)
    return now.offset if now.missing else await join_pieces(intake, now)


def _check_pending(coming: InProgress) -> None:
    if coming.media.status is not Status.PENDING:
        raise UploadFinished(offset=coming.offset)
