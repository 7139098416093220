"""Trying a recipe: a copy that is looked at and not kept, of a stored picture or of a file that just came."""

from dataclasses import dataclass
from pathlib import Path

from domain.accounts.actor import Actor, Scope
from domain.ids import MediaId
from domain.media.compressions.check_recipe import check_recipe
from domain.media.compressions.compressing import Compressed
from domain.media.compressions.newest import newest_only
from domain.media.compressions.recipe import Recipe
from domain.media.compressions.resolve_recipe import SourceFacts, resolve_recipe
from domain.media.compressions.workshop import Workshop, facts_of, make_copy, make_of_picture, ready_picture
from domain.media.media import Media


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseFile:
    """A file that no row knows: where it lies, its length in bytes, what its sender calls it and says that it is."""

    path: Path
    bytes: int
    name: str
    content_type: str


async def try_on_picture(
    workshop: Workshop, actor: Actor, media_id: MediaId, recipe: Recipe, into: Path
) -> tuple[Media, Compressed]:
    """A copy of one's own picture, in an empty folder.

    Raises MediaNotFound, PictureNotReady, Superseded, and whatever recipes and pictures are refused with.
    """
    actor.demand(Scope.WRITE)
    async with workshop.works.read() as work:
        media = await ready_picture(work, actor, media_id, workshop.clock.now())
    wanted = resolve_recipe(recipe, workshop.compressor.codecs, facts_of(media))

    async def make() -> Compressed:
        async with workshop.places.place(actor.account.id):
            return await make_of_picture(workshop, media, wanted, into)

    return media, await newest_only(workshop.messages, f"compress/{actor.account.id}/{media.id}", make)


async def try_on_file(workshop: Workshop, file: LooseFile, recipe: Recipe, into: Path) -> Compressed:
    """A copy of a loose file, in an empty folder; the caller holds a place. Raises whatever these are refused with."""
    check_recipe(recipe)
    if recipe.format is not None or recipe.options:
        source = SourceFacts(content_type=file.content_type)
        recipe = resolve_recipe(recipe, workshop.compressor.codecs, source)
    # Otherwise its bytes say which format it is, and that may be another one than its sender believes.
    return await make_copy(workshop.compressor, file.path, file.name, recipe, into)
