"""Where the bytes of uploads go: each request's under a key of their own, whole and durable, or not at all."""

from collections.abc import AsyncIterable
from dataclasses import dataclass

from domain.clock import Clock
from domain.files import Files, OutOfSpace, Written
from domain.ids import MediaId, OriginalId, new_uuid
from domain.media.keys import original_key
from domain.media.upload import DiskFull
from domain.media.upload_rules import UploadLimits, while_disk_lasts
from domain.messages import Messages
from domain.work import Works


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Where uploads go, how much of them, and who is told."""

    works: Works
    files: Files
    messages: Messages
    clock: Clock
    limits: UploadLimits


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """Bytes of a picture that are kept, though no row names them yet."""

    media_id: MediaId
    original_id: OriginalId
    written: Written

    @property
    def key(self) -> str:
        """Where they are."""
        return original_key(self.media_id, self.original_id)


async def keep_bytes(intake: Intake, media_id: MediaId, chunks: AsyncIterable[bytes]) -> Arrived:
    """Keep the chunks under a new key. Raises DiskFull and what `chunks` raises; then no bytes are left."""
    original_id = OriginalId(new_uuid())
    lasting = while_disk_lasts(intake.files, intake.limits, chunks)
    try:
        written = await intake.files.write(original_key(media_id, original_id), lasting)
    except OutOfSpace:
        raise DiskFull from None
    return Arrived(media_id=media_id, original_id=original_id, written=written)
