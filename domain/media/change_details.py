"""Changing what its owner says about a picture."""

from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.ids import MediaId
from domain.media.details import Details
from domain.media.media import Media, MediaNotFound, Status
from domain.media.upload import UPLOAD_LIFE
from domain.work import Work


async def change_details(work: Work, actor: Actor, media_id: MediaId, details: Details, now: datetime) -> Media:
    """Change one's own picture; returns it as it is now. Raises MediaNotFound and the rules of `Details`."""
    actor.demand(Scope.WRITE)
    media = await work.media.owned(media_id, actor.account.id, now)
    if media is None:
        raise MediaNotFound
    if media.is_draft and details.is_draft is False and media.status is Status.PENDING:
        # Before the picture's own row, as everywhere: two that take them in different orders wait for each other.
        await work.uploads.renew_of(media.id, now + UPLOAD_LIFE)
    await work.media.change(media, details.checked())
    changed = await work.media.owned(media_id, actor.account.id, now)
    if changed is None:
        raise MediaNotFound
    return changed
