"""Keeping a smaller copy beside its picture: made first, then counted and added in one step."""

from domain.accounts.actor import Actor, Scope
from domain.errors import KamraError
from domain.files import FileMissing, OutOfSpace
from domain.ids import CompressionId, MediaId, new_uuid
from domain.media.compressions.compressing import Compressed
from domain.media.compressions.compression import Compression, TooManyCompressions
from domain.media.compressions.recipe import Recipe
from domain.media.compressions.resolve_recipe import resolve_recipe
from domain.media.compressions.workshop import Workshop, facts_of, make_of_picture, ready_picture
from domain.media.keys import compression_key
from domain.media.media import Media
from domain.media.upload import DiskFull
from domain.scratch import scratch_folder
from domain.work import Work


async def keep_copy(workshop: Workshop, actor: Actor, media_id: MediaId, recipe: Recipe) -> tuple[Compression, bool]:
    """The copy of one's own picture by this recipe, and whether it is new.

    Raises MediaNotFound, PictureNotReady, TooManyCompressions, DiskFull, and whatever recipes and
    pictures are refused with.
    """
    actor.demand(Scope.WRITE)
    async with workshop.works.read() as work:
        media = await ready_picture(work, actor, media_id, workshop.clock.now())
        wanted = resolve_recipe(recipe, workshop.compressor.codecs, facts_of(media))
        kept = await _kept_or_room(work, workshop, media_id, wanted)
    if kept is not None:
        return kept, False
    async with workshop.places.place(actor.account.id):
        with scratch_folder() as folder:
            made = await make_of_picture(workshop, media, wanted, folder)
            return await _keep(workshop, actor, media, wanted, made)


async def _keep(
    workshop: Workshop, actor: Actor, media: Media, recipe: Recipe, made: Compressed
) -> tuple[Compression, bool]:
    while True:
        copy = _compression(workshop, media, recipe, made)
        key = compression_key(media.id, copy.id)
        try:
            await workshop.files.write_from(key, made.path)
            kept = await _add(workshop, actor, copy)
        except OutOfSpace:
            raise DiskFull from None
        except FileMissing:  # swept as a stray before its row was there; what was made is here still
            continue
        except KamraError:  # anything else may have happened after the row was committed: then a sweep decides
            await workshop.files.delete([key])
            raise
        if kept is not copy:
            await workshop.files.delete([key])
        return kept, kept is copy


async def _add(workshop: Workshop, actor: Actor, copy: Compression) -> Compression:
    """Add the row of a copy whose bytes are there, unless somebody else was first: then theirs. Raises FileMissing."""
    async with workshop.works.write() as work:
        await work.compressions.hold(copy.media_id)
        await ready_picture(work, actor, copy.media_id, workshop.clock.now())
        kept = await _kept_or_room(work, workshop, copy.media_id, copy.recipe)
        if kept is not None:
            return kept
        await workshop.files.size(compression_key(copy.media_id, copy.id))  # while it is held no sweep removes them
        await work.compressions.add(copy)
    return copy


async def _kept_or_room(work: Work, workshop: Workshop, media_id: MediaId, recipe: Recipe) -> Compression | None:
    """The copy by this recipe that is there, or None when there is room for it. Raises TooManyCompressions."""
    kept = await work.compressions.like(media_id, recipe)
    if kept is None and workshop.most and await work.compressions.count(media_id) >= workshop.most:
        raise TooManyCompressions(max=workshop.most)
    return kept


def _compression(workshop: Workshop, media: Media, recipe: Recipe, made: Compressed) -> Compression:
    return Compression(
        id=CompressionId(new_uuid()),
        media_id=media.id,
        recipe=recipe,
        content_type=made.content_type,
        bytes=made.bytes,
        width=made.width,
        height=made.height,
        similarity=made.similarity,
        quality=made.quality,
        created_at=workshop.clock.now(),
    )
