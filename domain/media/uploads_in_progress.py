"""What its sender does with an upload: look at it, complete it, or give it up."""

from contextlib import suppress
from datetime import datetime

from domain.ids import AccountId, UploadId
from domain.media.hints import announce
from domain.media.intake import Intake
from domain.media.join_pieces import join_pieces
from domain.media.media import Media, Status
from domain.media.process import PROCESS
from domain.media.remove_gone import remove_media
from domain.media.upload import InProgress, UploadFinished, UploadIncomplete, UploadNotFound
from domain.queue import Queue
from domain.work import Work


async def upload_in_progress(work: Work, account_id: AccountId, upload_id: UploadId, now: datetime) -> InProgress:
    """The upload, its picture and what is here of it. Raises UploadNotFound."""
    upload = await work.uploads.get(upload_id, account_id, now)
    media = None if upload is None else await work.media.owned(upload.media_id, account_id, now)
    if upload is None or media is None:
        raise UploadNotFound
    return InProgress(upload=upload, media=media, pieces=tuple(await work.uploads.pieces(upload.id)))


async def complete_upload(intake: Intake, queue: Queue, account_id: AccountId, upload_id: UploadId) -> Media:
    """Have the picture processed; repeating this changes nothing.

    Raises UploadNotFound, UploadIncomplete, and what joining pieces raises whose joining was interrupted before.
    """
    async with intake.works.read() as work:
        coming = await upload_in_progress(work, account_id, upload_id, intake.clock.now())
    if coming.media.status is Status.PENDING:
        if coming.missing:
            raise UploadIncomplete(offset=coming.offset)
        with suppress(UploadFinished):
            await join_pieces(intake, coming)
        async with intake.works.read() as work:
            coming = await upload_in_progress(work, account_id, upload_id, intake.clock.now())
    if coming.media.status is Status.UPLOADED:
        await queue.put(PROCESS, coming.media.id)
    return coming.media


async def give_up_upload(intake: Intake, account_id: AccountId, upload_id: UploadId) -> None:
    """Forget a picture that is still on its way. Raises UploadNotFound, or UploadFinished once it is a picture."""
    now = intake.clock.now()
    async with intake.works.write() as work:
        media = (await upload_in_progress(work, account_id, upload_id, now)).media
        if not await work.processing.give_up(media.id, now, while_in=[Status.PENDING, Status.UPLOADED]):
            raise UploadFinished
    await remove_media(intake.works, intake.files, [media.id])
    await announce(intake.messages, account_id, media.id, "gone")
