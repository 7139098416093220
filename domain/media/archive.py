"""Taking many originals home at once: which there are to take, under which names, and that each is still there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.accounts.still_acts import still_acts
from domain.clock import Clock
from domain.ids import MediaId, OriginalId
from domain.media.choice import checked_choice
from domain.media.file_names import file_name, told_apart
from domain.media.media import Media, MediaNotFound
from domain.work import Work, Works

_AT_ONCE = 500  # ids in one query, and whole pictures in memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """One original in an archive: a file name no other in it has, its length, and when it was taken or else added."""

    media_id: MediaId
    original_id: OriginalId
    name: str
    bytes: int
    taken_at: datetime


async def plan_archive(work: Work, actor: Actor, media_ids: Sequence[MediaId], now: datetime) -> Sequence[Archived]:
    """One's own originals in the order asked for, each once.

    Raises NothingChosen, TooManyChosen, and MediaNotFound when one of them is not there or not one's own.
    """
    actor.demand(Scope.READ)
    wanted = checked_choice(media_ids)
    found: dict[MediaId, Archived] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        for media in await work.media.owned_among(wanted[first : first + _AT_ONCE], actor.account.id, now):
            found[media.id] = _archived(media)
    if len(found) < len(wanted):
        raise MediaNotFound
    names = told_apart(found[one].name for one in wanted)
    return [_named(found[one], name) for one, name in zip(wanted, names, strict=True)]


async def is_still_there(works: Works, clock: Clock, actor: Actor, one: Archived) -> bool:
    """To be asked right before its bytes are sent, because an archive may take hours.

    Neither a picture that is deleted by then is there for them, nor any picture once they may not act any more.
    """
    now = clock.now()
    async with works.read() as work:
        media = (
            await work.media.visible(one.media_id, actor.account.id, now)
            if await still_acts(work, actor, now)
            else None
        )
    return media is not None and media.owner_id == actor.account.id and media.original_id == one.original_id


def _archived(media: Media) -> Archived:
    if media.original_id is None:
        raise MediaNotFound
    return Archived(
        media_id=media.id,
        original_id=media.original_id,
        name=file_name(media.name, media.content_type),
        bytes=media.bytes,
        taken_at=media.taken_at or media.created_at,
    )


def _named(one: Archived, name: str) -> Archived:
    return one if one.name == name else replace(one, name=name)
