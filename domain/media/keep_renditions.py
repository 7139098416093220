"""Keeping the pictures that were made of an original, and taking them back where the original went meanwhile."""

from collections.abc import Sequence

from domain.files import Files
from domain.ids import MediaId
from domain.media.keys import rendition_key
from domain.media.media import Rendition
from domain.media.remove_gone import remove_media
from domain.media.rendering import RenderedFile
from domain.work import Works


async def keep_renditions(media_id: MediaId, rendered: Sequence[RenderedFile], files: Files) -> list[Rendition]:
    """Write them all; their rows come after. Raises OutOfSpace."""
    made: list[Rendition] = []
    for file in rendered:
        await files.write_from(rendition_key(media_id, file.width, file.content_type), file.path)
        made.append(Rendition(width=file.width, height=file.height, content_type=file.content_type, bytes=file.bytes))
    return made


async def remove_if_gone(media_id: MediaId, works: Works, files: Files) -> bool:
    """Bytes written after a deletion go as well; those of a later attempt, which has the same keys, stay.

    Returns whether it was gone.
    """
    async with works.read() as work:
        is_gone = await work.media.get(media_id) is None
    if is_gone:
        await remove_media(works, files, [media_id])
    return is_gone
