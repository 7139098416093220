"""Beginning an upload: a row for the picture, before its first byte, so that nothing ever lies about without one."""

from dataclasses import dataclass
from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.errors import NotSignedIn
from domain.ids import MediaId, UploadId, new_uuid
from domain.media.details import name_from_file
from domain.media.media import Media, Status
from domain.media.rendering import CameraFacts
from domain.media.upload import Upload, kept_until
from domain.media.upload_rules import UploadLimits, accepted_type, check_quota
from domain.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """What its sender says about a picture: its kind, file name and number of bytes (0: will be seen).

    `sha256` is a promise about all of its bytes, by which an upload that was interrupted is known again.
    """

    content_type: str
    filename: str | None
    sha256: bytes | None = None
    bytes: int = 0
    name: str | None = None
    is_draft: bool = False


async def begin_upload(
    work: Work, actor: Actor, announced: Announced, limits: UploadLimits, now: datetime
) -> tuple[Upload, Media]:
    """Reserve a place for the picture; its size is checked by the caller, its kind and the quotas here.

    Raises UploadTypeRefused, TooManyMedia, QuotaFull, or NotSignedIn when the person has just left.
    """
    actor.demand(Scope.WRITE)
    content_type = accepted_type(announced.content_type, announced.filename)
    # Held, so that of many at once none is counted without the others, and none comes while the person leaves.
    if await work.accounts.hold(actor.account.id) is None:
        raise NotSignedIn
    if limits.pictures_per_account or limits.bytes_per_account:
        check_quota(await work.media.usage(actor.account.id), limits, pictures=1, size=announced.bytes)
    media = Media(
        id=MediaId(new_uuid()),
        owner_id=actor.account.id,
        name=announced.name or name_from_file(announced.filename),
        alt="",
        tags=(),
        is_draft=announced.is_draft,
        status=Status.PENDING,
        reason=None,
        reason_facts={},
        attempts=0,
        status_at=now,
        created_at=now,
        original_id=None,
        sha256=None,
        placeholder=None,
        content_type=content_type,
        bytes=announced.bytes,
        width=None,
        height=None,
        taken_at=None,
        has_location=False,
        camera=CameraFacts(),
        renditions=(),
    )
    upload = Upload(
        id=UploadId(new_uuid()),
        media_id=media.id,
        account_id=actor.account.id,
        created_at=now,
        expires_at=kept_until(media, now),
        sha256=announced.sha256,
    )
    await work.media.add(media)
    await work.uploads.add(upload)
    return upload, media
