"""Deleting many pictures with one call, each as if by itself: what keeps one does not keep the others."""

from collections.abc import Mapping, Sequence

from domain.accounts.actor import Actor, Scope
from domain.clock import Clock
from domain.errors import KamraError
from domain.files import Files
from domain.ids import MediaId
from domain.media.choice import checked_choice
from domain.media.delete import delete_media
from domain.media.media import MediaNotFound
from domain.work import Works


async def delete_many(
    works: Works, files: Files, clock: Clock, actor: Actor, media_ids: Sequence[MediaId]
) -> tuple[Sequence[MediaId], Mapping[MediaId, KamraError]]:
    """Those that were deleted, and why others stay; one that is not there or not one's own is in neither.

    Raises NothingChosen, TooManyChosen.
    """
    actor.demand(Scope.WRITE)
    deleted: list[MediaId] = []
    kept: dict[MediaId, KamraError] = {}
    for media_id in checked_choice(media_ids):
        try:
            await delete_media(works, files, clock, actor, media_id)
            deleted.append(media_id)
        except MediaNotFound:
            continue
        except KamraError as refusal:
            kept[media_id] = refusal
    return deleted, kept
