"""Processing a picture: from its original to what others see, or to the reason why not."""

import asyncio
from contextlib import suppress

from domain.clock import Clock
from domain.files import FileMissing, Files, OutOfSpace
from domain.ids import MediaId
from domain.media.hints import announce
from domain.media.keep_renditions import keep_renditions, remove_if_gone
from domain.media.keys import original_key
from domain.media.media import Media, Status
from domain.media.rendering import PictureUnreadable, Renderer
from domain.messages import Messages
from domain.scratch import scratch_folder
from domain.work import Works

PROCESS = "process-media"
MAX_ATTEMPTS = 3


def turn_of(media_id: MediaId) -> str:
    """The name of the turn that whoever processes this picture holds meanwhile; nobody holds a dead program's."""
    return f"{PROCESS} {media_id}"


class ProcessingGaveUp(PictureUnreadable):
    """Every attempt ended with the program, or with an error that is not the picture's fault."""


async def process(
    media_id: MediaId, *, works: Works, files: Files, renderer: Renderer, clock: Clock, messages: Messages
) -> Status | None:
    """Take a picture from `uploaded` to `completed` or `failed` and return which.

    Nothing happens, and None is returned, when it is not waiting for that or something else became of it meanwhile.

    Anything that is not the picture's fault (a full disk, an ending program) lets it wait for the next attempt.
    """
    async with works.write() as work:
        media = await work.processing.claim(media_id, clock.now())
    if media is None or media.original_id is None:
        return None
    await announce(messages, media.owner_id, media.id, Status.PROCESSING)
    try:
        status = await _attempt(media, works, files, renderer, clock)
    except PictureUnreadable as error:
        status = await _fail(media, works, clock, error)
    except FileMissing as error:
        if not await asyncio.shield(_release(media, works, files, clock, error)):
            raise  # lost, not deleted
        return None
    except BaseException as error:  # whatever ends it, cancelling among it, the row waits again; it is raised again
        with suppress(asyncio.CancelledError):  # a second cancelling must not keep the row from being released
            await asyncio.shield(_release(media, works, files, clock, error))
        raise
    if status is not None:
        await announce(messages, media.owner_id, media.id, status)
    return status


async def _attempt(media: Media, works: Works, files: Files, renderer: Renderer, clock: Clock) -> Status | None:
    if media.attempts > MAX_ATTEMPTS or media.original_id is None:
        raise ProcessingGaveUp
    with scratch_folder() as folder:
        async with files.as_local(original_key(media.id, media.original_id)) as original:
            rendered = await renderer.render(original, folder)
        made = await keep_renditions(media.id, rendered.files, files)
    async with works.write() as work:
        finished = await work.processing.finish(media, rendered, made, clock.now())
    if not finished:
        await remove_if_gone(media.id, works, files)
    return Status.COMPLETED if finished else None


async def _fail(media: Media, works: Works, clock: Clock, error: PictureUnreadable) -> Status | None:
    async with works.write() as work:
        failed = await work.processing.fail(media, error.code, error.facts, clock.now())
    return Status.FAILED if failed else None


async def _release(media: Media, works: Works, files: Files, clock: Clock, error: BaseException) -> bool:
    """Returns whether the picture was deleted meanwhile."""
    # Neither an ending program nor a full disk says anything about the picture, however often it happens.
    as_if_never = isinstance(error, asyncio.CancelledError | OutOfSpace)
    async with works.write() as work:
        await work.processing.release(media, clock.now(), as_if_never=as_if_never)
    return await remove_if_gone(media.id, works, files)
