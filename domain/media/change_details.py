"""Changing what its owner says about a picture."""

from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.ids import MediaId
from domain.media.details import Details
from domain.media.media import Media, MediaNotFound
from domain.work import Work


async def change_details(work: Work, actor: Actor, media_id: MediaId, details: Details, now: datetime) -> Media:
    """Change one's own picture; returns it as it is now. Raises MediaNotFound and the rules of `Details`."""
    actor.demand(Scope.WRITE)
    media = await work.media.owned(media_id, actor.account.id, now)
    if media is None:
        raise MediaNotFound
    await work.media.change(media, details.checked())
    changed = await work.media.owned(media_id, actor.account.id, now)
    if changed is None:
        raise MediaNotFound
    return changed
