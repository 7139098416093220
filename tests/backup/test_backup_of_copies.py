"""Smaller copies that are kept come back with their pictures; one that was deleted meanwhile does not."""

from pathlib import Path

from domain.accounts.actor import Actor
from domain.backup.back_up import back_up
from domain.media.compressions.delete import delete_copy
from domain.media.compressions.keep import keep_copy
from domain.media.compressions.recipe import Recipe
from tests.backup.backing_up import nothing, pictures, restored
from tests.backup.test_backup import Interrupted
from tests.conftest import MovableClock
from tests.scheduler.test_media_sweeps import added, run
from ui.api.workshop import workshop_of
from ui.app import opened_backup
from ui.parts import Parts
from ui.settings import Settings


async def test_h77_copies_come_back_but_for_those_deleted_while_the_files_are_copied(
    parts: Parts, actor: Actor, there: Settings, clock: MovableClock, tmp_path: Path
) -> None:
    media = await added(parts, actor)
    await run(parts, media)
    workshop = workshop_of(parts)
    made = [(await keep_copy(workshop, actor, media.id, Recipe(width=width)))[0] for width in (50, 51, 52)]

    async def two_go() -> None:  # the first is in the backup by now, the last is not
        for copy in (made[0], made[2]):
            await delete_copy(workshop, actor, media.id, copy.id)

    async with opened_backup(parts.settings, str(tmp_path / "kamra.tar"), replace=False) as (source, writer):
        assert (await back_up(source, Interrupted(writer, two_go), clock, nothing)).missing == ()
    back = await restored(there, clock, tmp_path / "kamra.tar")
    assert (back.gone, back.damaged, back.missing) == (0, (), ())
    rows, wrong = await pictures(there)
    assert ([kept.id for kept in rows[0].compressions], wrong) == ([made[1].id], [])
