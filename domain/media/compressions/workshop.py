"""Making copies of one's own pictures: what that takes, which pictures it works for, and one making."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from domain.accounts.actor import Actor
from domain.clock import Clock
from domain.errors import Conflict
from domain.files import FileMissing, Files, OutOfSpace
from domain.ids import MediaId
from domain.media.compressions.compressing import Compressed, Compressor
from domain.media.compressions.few_at_once import FewAtOnce
from domain.media.compressions.recipe import Recipe
from domain.media.compressions.resolve_recipe import SourceFacts
from domain.media.keys import original_key
from domain.media.media import Media, MediaNotFound, Status
from domain.media.rendering import PictureUnreadable
from domain.media.upload import DiskFull
from domain.messages import Messages
from domain.work import Work, Works


class PictureNotReady(Conflict):
    """Copies are made of pictures that are completed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What copies are made with and kept in; `most` is how many one picture may have, 0 for no limit."""

    works: Works
    files: Files
    messages: Messages
    clock: Clock
    compressor: Compressor
    places: FewAtOnce
    most: int


async def own_picture(work: Work, actor: Actor, media_id: MediaId, now: datetime) -> Media:
    """One's own picture. Raises MediaNotFound."""
    media = await work.media.owned(media_id, actor.account.id, now)
    if media is None:
        raise MediaNotFound
    return media


async def ready_picture(work: Work, actor: Actor, media_id: MediaId, now: datetime) -> Media:
    """One's own picture, of which copies can be made. Raises MediaNotFound or PictureNotReady."""
    media = await own_picture(work, actor, media_id, now)
    if media.status is not Status.COMPLETED:
        raise PictureNotReady
    return media


def facts_of(media: Media) -> SourceFacts:
    """What its row knows of it."""
    return SourceFacts(content_type=media.content_type, width=media.width, height=media.height)


async def make_of_picture(workshop: Workshop, media: Media, recipe: Recipe, into: Path) -> Compressed:
    """A copy of a stored picture, in an empty folder. Raises what `make_copy` raises, or MediaNotFound."""
    if media.original_id is None:
        raise MediaNotFound
    try:
        async with workshop.files.as_local(original_key(media.id, media.original_id)) as original:
            return await make_copy(workshop.compressor, original, media.name, recipe, into)
    except FileMissing:  # deleted at this moment, or lost
        raise MediaNotFound from None


async def make_copy(compressor: Compressor, original: Path, name: str, recipe: Recipe, into: Path) -> Compressed:
    """A copy of any file, called `name` in what is said of it.

    Raises a PictureUnreadable, CropOutside, TargetTooSmall, SimilarityTooHigh or DiskFull.
    """
    try:
        return await compressor.compress(original, recipe, into)
    except PictureUnreadable as error:
        error.facts.setdefault("name", name)
        raise
    except OutOfSpace:
        raise DiskFull from None
