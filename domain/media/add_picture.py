"""Adding a picture in one step, its size unknown until its last byte."""

from collections.abc import AsyncIterable

from domain.accounts.actor import Actor
from domain.media.begin_upload import Announced, begin_upload
from domain.media.intake import Arrived, Intake, keep_bytes
from domain.media.media import Media, MediaNotFound
from domain.media.remove_gone import remove_media
from domain.media.upload import UploadFinished
from domain.media.upload_rules import at_most, check_disk, check_quota


async def add_picture(intake: Intake, actor: Actor, announced: Announced, chunks: AsyncIterable[bytes]) -> Media:
    """Keep the picture, to be processed next; a refused one leaves nothing behind.

    Raises what `begin_upload` raises, UploadTooLarge, UploadEmpty, DiskFull or QuotaFull.
    """
    works, limits = intake.works, intake.limits
    await check_disk(intake.files, limits, announced.bytes)
    async with works.write() as work:
        _, media = await begin_upload(work, actor, announced, limits, intake.clock.now())
    try:
        await _make_original(intake, media, await keep_bytes(intake, media.id, at_most(chunks, limits)))
    except BaseException:  # whatever ends it, cancelling among it, nothing of it stays; it is raised again
        async with works.write() as work:
            await work.media.mark_gone(media.id, intake.clock.now())
        await remove_media(works, intake.files, [media.id])
        raise
    async with works.read() as work:
        kept = await work.media.owned(media.id, actor.account.id, intake.clock.now())
    if kept is None:
        raise MediaNotFound
    return kept


async def _make_original(intake: Intake, media: Media, arrived: Arrived) -> None:
    """Raises QuotaFull, now that the picture's size is known, or UploadFinished when it is gone already."""
    async with intake.works.write() as work:
        if intake.limits.bytes_per_account and arrived.written.bytes != media.bytes:
            await work.accounts.hold(media.owner_id)
            more = arrived.written.bytes - media.bytes
            check_quota(await work.media.usage(media.owner_id), intake.limits, pictures=0, size=more)
        if not await work.processing.arrived(media.id, arrived.original_id, arrived.written, intake.clock.now()):
            raise UploadFinished
