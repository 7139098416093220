"""Taking in the bytes of an upload: row, then bytes, then commit, so that what is acknowledged is kept."""

from collections.abc import AsyncIterable
from dataclasses import dataclass

from domain.clock import Clock
from domain.files import Files, OutOfSpace, Written
from domain.ids import OriginalId, new_uuid
from domain.media.keys import original_key
from domain.media.media import Media, Status
from domain.media.upload import DiskFull, QuotaFull, UploadFinished
from domain.media.upload_rules import UploadLimits, check_disk, check_quota, exactly
from domain.work import Works


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Where uploads go, and how much of them."""

    works: Works
    files: Files
    clock: Clock
    limits: UploadLimits


async def receive_bytes(intake: Intake, media: Media, chunks: AsyncIterable[bytes]) -> None:
    """Keep all of a pending picture's declared bytes, or none of them.

    Raises UploadFinished, UploadTooLarge, UploadIncomplete or DiskFull.
    """
    if media.status is not Status.PENDING:
        raise UploadFinished
    await check_disk(intake.files, intake.limits, media.bytes)
    await keep_original(intake, media, exactly(chunks, media.bytes))


async def keep_original(intake: Intake, media: Media, chunks: AsyncIterable[bytes]) -> None:
    """Write the bytes under a key of their own and make them the picture's original, if they are the first.

    Raises UploadFinished, DiskFull, QuotaFull, and what `chunks` raises; then no bytes are left.
    """
    original_id = OriginalId(new_uuid())
    key = original_key(media.id, original_id)
    try:
        written = await intake.files.write(key, chunks)
    except OutOfSpace:
        raise DiskFull from None
    try:
        kept = await _commit(intake, media, original_id, written)
    except QuotaFull:  # on any other error the commit may have happened; bytes without a row are swept up
        await intake.files.delete([key])
        raise
    if not kept:
        await intake.files.delete([key])
        raise UploadFinished


async def _commit(intake: Intake, media: Media, original_id: OriginalId, written: Written) -> bool:
    async with intake.works.write() as work:
        if intake.limits.bytes_per_account and written.bytes != media.bytes:
            await work.accounts.hold(media.owner_id)
            more = written.bytes - media.bytes
            check_quota(await work.media.usage(media.owner_id), intake.limits, pictures=0, size=more)
        return await work.processing.arrived(media.id, original_id, written, intake.clock.now())
