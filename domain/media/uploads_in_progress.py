"""What its sender does with an upload: look at it, complete it, or give it up."""

from domain.clock import Clock
from domain.files import Files
from domain.ids import AccountId, UploadId
from domain.media.media import Media, Status
from domain.media.process import PROCESS
from domain.media.remove_gone import remove_media
from domain.media.upload import UploadFinished, UploadIncomplete, UploadNotFound
from domain.queue import Queue
from domain.work import Work, Works


async def uploaded_media(work: Work, account_id: AccountId, upload_id: UploadId) -> Media:
    """The picture that is being uploaded. Raises UploadNotFound."""
    upload = await work.uploads.get(upload_id, account_id)
    media = None if upload is None else await work.media.owned(upload.media_id, account_id)
    if media is None:
        raise UploadNotFound
    return media


async def complete_upload(works: Works, queue: Queue, account_id: AccountId, upload_id: UploadId) -> Media:
    """Have the picture processed; repeating this changes nothing. Raises UploadNotFound or UploadIncomplete."""
    async with works.read() as work:
        media = await uploaded_media(work, account_id, upload_id)
    if media.status is Status.PENDING:
        raise UploadIncomplete
    if media.status is Status.UPLOADED:
        await queue.put(PROCESS, media.id)
    return media


async def give_up_upload(works: Works, files: Files, clock: Clock, account_id: AccountId, upload_id: UploadId) -> None:
    """Forget a picture that is still on its way. Raises UploadNotFound, or UploadFinished once it is a picture."""
    async with works.write() as work:
        media = await uploaded_media(work, account_id, upload_id)
        on_its_way = [Status.PENDING, Status.UPLOADED]
        if not await work.processing.give_up(media.id, clock.now(), while_in=on_its_way):
            raise UploadFinished
    await remove_media(works, files, [media.id])
