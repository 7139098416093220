"""Processing a picture: from its original to what others see, or to the reason why not."""

import asyncio
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from domain.clock import Clock
from domain.files import Files
from domain.ids import MediaId
from domain.media.hints import announce
from domain.media.keys import original_key, rendition_key
from domain.media.media import Media, Rendition, Status
from domain.media.rendering import PictureUnreadable, Rendered, Renderer
from domain.messages import Messages
from domain.work import Works

PROCESS = "process-media"
MAX_ATTEMPTS = 3


class ProcessingGaveUp(PictureUnreadable):
    """Every attempt ended with the program, or with an error that is not the picture's fault."""


async def process(
    media_id: MediaId, *, works: Works, files: Files, renderer: Renderer, clock: Clock, messages: Messages
) -> None:
    """Take a picture from `uploaded` to `completed` or `failed`; nothing happens when it is not waiting for that.

    Anything that is not the picture's fault (a full disk, an ending program) lets it wait for the next attempt.
    """
    async with works.write() as work:
        media = await work.processing.claim(media_id, clock.now())
    if media is None or media.original_id is None:
        return
    await announce(messages, media.owner_id, media.id, Status.PROCESSING)
    try:
        status = await _attempt(media, works, files, renderer, clock)
    except PictureUnreadable as error:
        status = await _fail(media, works, clock, error)
    except BaseException:
        with suppress(asyncio.CancelledError):  # a second cancelling must not keep the row from being released
            await asyncio.shield(_release(media, works, clock))
        raise
    if status is not None:
        await announce(messages, media.owner_id, media.id, status)


async def _attempt(media: Media, works: Works, files: Files, renderer: Renderer, clock: Clock) -> Status | None:
    if media.attempts > MAX_ATTEMPTS or media.original_id is None:
        raise ProcessingGaveUp
    with TemporaryDirectory(prefix="kamra-", ignore_cleanup_errors=True) as folder:
        async with files.as_local(original_key(media.id, media.original_id)) as original:
            rendered = await renderer.render(original, Path(folder))
        made, keys = await _keep(media.id, rendered, files)
    async with works.write() as work:
        finished = await work.processing.finish(media.id, rendered, made, clock.now())
    if not finished:  # deleted meanwhile, so its bytes go as well
        await files.delete(keys)
    return Status.COMPLETED if finished else None


async def _keep(media_id: MediaId, rendered: Rendered, files: Files) -> tuple[list[Rendition], list[str]]:
    made: list[Rendition] = []
    keys: list[str] = []
    for file in rendered.files:
        keys.append(rendition_key(media_id, file.width, file.content_type))
        await files.write_from(keys[-1], file.path)
        made.append(Rendition(width=file.width, height=file.height, content_type=file.content_type, bytes=file.bytes))
    return made, keys


async def _fail(media: Media, works: Works, clock: Clock, error: PictureUnreadable) -> Status | None:
    async with works.write() as work:
        failed = await work.processing.fail(media.id, error.code, error.facts, clock.now())
    return Status.FAILED if failed else None


async def _release(media: Media, works: Works, clock: Clock) -> None:
    async with works.write() as work:
        await work.processing.release(media.id, clock.now())
