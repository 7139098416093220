"""Making kept bytes the original of their picture, if they are the first to be all of it and what was promised."""

from domain.media.hints import announce
from domain.media.intake import Arrived, Intake
from domain.media.keys import original_key
from domain.media.media import Status
from domain.media.remove_gone import remove_media
from domain.media.upload import Upload, UploadChanged, UploadFinished, UploadNotFound


async def make_original(intake: Intake, upload: Upload, arrived: Arrived) -> int:
    """Have the picture wait for being processed; its pieces are needed no more. Returns how many bytes it has.

    Raises UploadFinished when other bytes were first or UploadNotFound; then these are gone again. Raises
    UploadChanged when they are not the promised ones; then the whole upload is gone.
    """
    if upload.sha256 not in (None, arrived.written.sha256):
        await _give_up(intake, upload, arrived)
        raise UploadChanged
    async with intake.works.write() as work:
        now = intake.clock.now()
        held = await work.uploads.hold(upload.id, now)
        counts = held is not None and await work.processing.arrived(
            upload.media_id, arrived.original_id, arrived.written, now
        )
        joined = await work.uploads.remove_pieces(upload.id) if counts else ()
    if not counts:
        await intake.files.delete([arrived.key])
        raise UploadNotFound if held is None else UploadFinished(offset=arrived.written.bytes)
    await intake.files.delete([original_key(upload.media_id, piece.original_id) for piece in joined])
    return arrived.written.bytes


async def _give_up(intake: Intake, upload: Upload, arrived: Arrived) -> None:
    async with intake.works.write() as work:
        gone = await work.processing.give_up(upload.media_id, intake.clock.now(), while_in=[Status.PENDING])
    if gone:
        await remove_media(intake.works, intake.files, [upload.media_id])
        await announce(intake.messages, upload.account_id, upload.media_id, "gone")
    else:  # other bytes were first, and those were the promised ones
        await intake.files.delete([arrived.key])
