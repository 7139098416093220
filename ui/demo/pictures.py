"""Has the demo's pictures painted and takes them in as any upload is."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta
from typing import TypeAlias

from domain.accounts.actor import Actor
from domain.ids import MediaId
from domain.media.add_picture import add_picture
from domain.media.begin_upload import Announced
from domain.media.intake import Intake
from domain.media.process import process
from domain.media.upload_rules import UploadLimits
from ui.demo.painter import Painter
from ui.demo.people import PEOPLE
from ui.demo.telling import WHOLE_STORY, moment_of
from ui.parts import Parts

Painted: TypeAlias = dict[tuple[str, str, int], MediaId]  # by whose it is, its scene and its seed

_AT_ONCE = 3  # one is painted while others are read and written
_ALL_FITS = UploadLimits(max_bytes=50_000_000, pictures_per_account=0, bytes_per_account=0, disk_reserve=0)


async def paint_all(
    parts: Parts, painter: Painter, actors: Mapping[str, Actor], painted: Painted
) -> AsyncIterator[str]:
    """Add everybody's pictures to `painted`; yields whose are there, one person after the other."""
    few = asyncio.Semaphore(_AT_ONCE)
    wanted = _wanted(parts.clock.now())

    async def one(handle: str, scene: str, seed: int, taken_at: datetime) -> None:
        async with few:
            content = await asyncio.to_thread(painter.paint, scene, seed, taken_at)
            painted[handle, scene, seed] = await _add(parts, actors[handle], f"{scene} {taken_at:%Y-%m-%d}", content)

    for handle, pictures in wanted.items():
        async with asyncio.TaskGroup() as group:
            for (scene, seed), taken_at in pictures.items():
                group.create_task(one(handle, scene, seed, taken_at))
        yield handle


def _wanted(now: datetime) -> Mapping[str, Mapping[tuple[str, int], datetime]]:
    """Of each person the pictures, by scene and seed, and when each was taken."""
    wanted: dict[str, dict[tuple[str, int], datetime]] = {}
    for person in PEOPLE:
        wanted[person.handle] = {person.face: now - timedelta(days=90, hours=len(person.name))}
    for happened in WHOLE_STORY:
        posted = moment_of(happened, now)
        for place, told in enumerate(happened.pictures):
            wanted[happened.who][told.scene, told.seed] = posted - timedelta(minutes=50 - 7 * place)
    return wanted


async def _add(parts: Parts, actor: Actor, name: str, content: bytes) -> MediaId:
    async def chunks() -> AsyncIterator[bytes]:
        yield content

    intake = Intake(works=parts.works, files=parts.files, messages=parts.messages, clock=parts.clock, limits=_ALL_FITS)
    announced = Announced(content_type="image/jpeg", filename=f"{name}.jpg", bytes=len(content))
    media = await add_picture(intake, actor, announced, chunks())
    await process(
        media.id,
        works=parts.works,
        files=parts.files,
        renderer=parts.renderer,
        clock=parts.clock,
        messages=parts.messages,
    )
    return media.id
