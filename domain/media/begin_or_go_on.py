"""Announcing a picture: a new upload, or the one that waits for the same file, such as after a page was loaded anew."""

from dataclasses import replace
from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.errors import NotSignedIn
from domain.media.begin_upload import Announced, begin_upload
from domain.media.media import Status
from domain.media.upload import InProgress, kept_until
from domain.media.upload_rules import UploadLimits
from domain.work import Work


async def begin_or_go_on(
    work: Work, actor: Actor, announced: Announced, limits: UploadLimits, now: datetime
) -> InProgress:
    """The upload to which the bytes go; what it already holds need not be sent. Raises what `begin_upload` raises."""
    actor.demand(Scope.WRITE)
    # Held, so that of two announcements of one file at once the second goes on with the first one's upload.
    if await work.accounts.hold(actor.account.id) is None:
        raise NotSignedIn
    return await _waiting(work, actor, announced, now) or await _new(work, actor, announced, limits, now)


async def _waiting(work: Work, actor: Actor, announced: Announced, now: datetime) -> InProgress | None:
    if announced.sha256 is None:
        return None
    sha256, size, is_draft = announced.sha256, announced.bytes, announced.is_draft
    found = await work.uploads.promised(actor.account.id, sha256, size, is_draft=is_draft, now=now)
    # Held, so that its pieces are not joined between two looks at it.
    upload = None if found is None else await work.uploads.hold(found.id, now)
    media = None if upload is None else await work.media.owned(upload.media_id, actor.account.id, now)
    if upload is None or media is None or media.status is not Status.PENDING:
        return None
    expires_at = kept_until(media, now)
    await work.uploads.renew(upload.id, expires_at)
    pieces = tuple(await work.uploads.pieces(upload.id))
    return InProgress(upload=replace(upload, expires_at=expires_at), media=media, pieces=pieces)


async def _new(work: Work, actor: Actor, announced: Announced, limits: UploadLimits, now: datetime) -> InProgress:
    upload, media = await begin_upload(work, actor, announced, limits, now)
    return InProgress(upload=upload, media=media, pieces=())
