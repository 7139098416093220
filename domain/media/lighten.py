"""Lighter renditions of a picture that can be seen already: the same sizes again, in a kind that takes fewer bytes."""

import asyncio
from contextlib import suppress
from pathlib import Path

from domain.clock import Clock
from domain.files import FileMissing, Files, OutOfSpace
from domain.ids import MediaId
from domain.media.keep_renditions import keep_renditions, remove_if_gone
from domain.media.keys import original_key
from domain.media.media import Media, Rendition
from domain.media.rendering import LighterRenderer, PictureUnreadable, RenderedFile, Rung
from domain.scratch import scratch_folder
from domain.work import Works

LIGHTEN = "lighten-media"
MAX_ATTEMPTS = 3


async def lighten(media_id: MediaId, *, works: Works, files: Files, renderer: LighterRenderer, clock: Clock) -> None:
    """Give a completed picture its lighter renditions, or give them up; nothing happens where neither is wanted.

    The attempt is counted before it begins, so that a picture that ends the program each time is let alone at last.
    """
    async with works.write() as work:
        media = await work.processing.claim_lighter(media_id, clock.now(), attempts=MAX_ATTEMPTS)
    if media is None or media.original_id is None:
        return
    try:
        await _attempt(media, works, files, renderer, clock)
    except FileMissing as error:
        if not await asyncio.shield(_release(media, works, files, clock, error)):
            raise  # lost, not deleted
    except BaseException as error:  # whatever ends it, cancelling among it, the row waits again; it is raised again
        with suppress(asyncio.CancelledError):  # a second cancelling must not keep the row from being released
            await asyncio.shield(_release(media, works, files, clock, error))
        raise


async def _attempt(media: Media, works: Works, files: Files, renderer: LighterRenderer, clock: Clock) -> None:
    with scratch_folder() as folder:
        made = await keep_renditions(media.id, await _lighter(media, files, renderer, folder), files)
    async with works.write() as work:
        finished = await work.processing.finish_lighter(media, made, clock.now())
    if not finished:
        await remove_if_gone(media.id, works, files)


async def _lighter(media: Media, files: Files, renderer: LighterRenderer, into: Path) -> tuple[RenderedFile, ...]:
    """None for a picture that has become unreadable: what it has is enough to be seen."""
    if media.original_id is None:
        return ()
    async with files.as_local(original_key(media.id, media.original_id)) as original:
        try:
            return await renderer.lighten(original, into, [_rung(rendition) for rendition in media.renditions])
        except PictureUnreadable:
            return ()


def _rung(rendition: Rendition) -> Rung:
    return Rung(width=rendition.width, height=rendition.height, bytes=rendition.bytes)


async def _release(media: Media, works: Works, files: Files, clock: Clock, error: BaseException) -> bool:
    """Returns whether the picture was deleted meanwhile."""
    # Neither an ending program nor a full disk says anything about the picture, however often it happens.
    as_if_never = isinstance(error, asyncio.CancelledError | OutOfSpace)
    async with works.write() as work:
        await work.processing.release_lighter(media, clock.now(), as_if_never=as_if_never)
    return await remove_if_gone(media.id, works, files)
