"""What the queue does with a picture; who works on one holds its turn, so that nobody takes it for abandoned."""

from functools import partial
from uuid import UUID

from domain.ids import MediaId
from domain.media.lighten import LIGHTEN, lighten
from domain.media.media import Status
from domain.media.process import PROCESS, process, turn_of
from domain.media.rendering import LighterRenderer
from domain.queue import Job
from domain.turns import Turns
from ui.parts import Parts

BACKGROUND = (LIGHTEN,)


def jobs_of(parts: Parts, turns: Turns, lighter: LighterRenderer) -> dict[str, Job]:
    """Every kind of job by its name; those in `BACKGROUND` wait for the others."""
    return {
        PROCESS: partial(process_picture, parts, turns),
        LIGHTEN: partial(lighten_picture, parts, turns, lighter),
    }


async def process_picture(parts: Parts, turns: Turns, subject: UUID) -> None:
    """Process it, and have its lighter renditions made afterwards."""
    async with turns.take(turn_of(MediaId(subject))) as ours:
        if not ours:
            return
        status = await process(
            MediaId(subject),
            works=parts.works,
            files=parts.files,
            renderer=parts.renderer,
            clock=parts.clock,
            messages=parts.messages,
        )
    if status is Status.COMPLETED:
        await parts.queue.put(LIGHTEN, subject, urgent=False)


async def lighten_picture(parts: Parts, turns: Turns, renderer: LighterRenderer, subject: UUID) -> None:
    """Make its lighter renditions; a second time at once would be work for nothing."""
    async with turns.take(f"{LIGHTEN} {subject}") as ours:
        if ours:
            await lighten(MediaId(subject), works=parts.works, files=parts.files, renderer=renderer, clock=parts.clock)
