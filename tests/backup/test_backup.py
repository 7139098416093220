"""What is backed up comes back; what is gone or missing by then is known."""

from collections.abc import AsyncIterable, Awaitable, Callable
from pathlib import Path

import pytest

from domain.accounts.account import Account, Role
from domain.accounts.actor import Actor, Scope
from domain.accounts.leave import leave
from domain.backup.back_up import back_up
from domain.backup.contents import FILES, Whole
from domain.backup.protocols import BackupWriter
from domain.backup.troubles import BackupExists, PlaceNotEmpty
from domain.media.delete import delete_media
from domain.media.remove_gone import remove_account
from tests.backup.backing_up import backed_up, nothing, pictures, restored
from tests.conftest import MovableClock
from tests.scheduler.test_media_sweeps import added, announced, run
from tests.signed_in import add_person
from ui.app import opened_backup, opened_parts
from ui.parts import Parts
from ui.settings import Settings


class Interrupted:
    """The real writer, beside which something happens once the first file is in."""

    def __init__(self, writer: BackupWriter, happens: Callable[[], Awaitable[None]]) -> None:
        self.add_file = writer.add_file
        self._writer = writer
        self._happens = happens
        self._first = True

    async def add(self, name: str, size: int, chunks: AsyncIterable[bytes]) -> Whole | None:
        whole = await self._writer.add(name, size, chunks)
        if name.startswith(FILES) and self._first:
            self._first = False
            await self._happens()
        return whole


def actor_of(account: Account) -> Actor:
    return Actor(account=account, scopes=frozenset(Scope), session_id=None)


async def test_what_is_backed_up_comes_back_row_by_row_and_byte_by_byte(
    parts: Parts, actor: Actor, there: Settings, clock: MovableClock, tmp_path: Path
) -> None:
    done, waiting, coming = await added(parts, actor), await added(parts, actor, seed=2), await announced(parts, actor)
    await run(parts, done)
    made = await backed_up(parts.settings, clock, tmp_path / "kamra.tar")
    assert (made.people, made.pictures, made.files, made.gone, made.missing) == (1, 2, 5, 0, ())
    back = await restored(there, clock, tmp_path / "kamra.tar")
    assert (back.files, back.bytes, back.gone, back.damaged, back.missing) == (5, made.bytes, 0, (), ())
    rows, wrong = await pictures(there)
    before, _ = await pictures(parts.settings)
    assert {row.id for row in before} == {done.id, waiting.id, coming.id}
    assert rows == [row for row in before if row.id != coming.id]
    assert wrong == []
    with pytest.raises(PlaceNotEmpty):
        await restored(there, clock, tmp_path / "kamra.tar")


async def test_what_is_deleted_while_the_files_are_copied_does_not_come_back(
    parts: Parts, actor: Actor, there: Settings, clock: MovableClock, tmp_path: Path
) -> None:
    first, kept, last = [await added(parts, actor, seed=seed) for seed in (1, 2, 3)]

    async def two_go() -> None:
        for media in (first, last):
            await delete_media(parts.works, parts.files, clock, actor, media.id)

    async with opened_backup(parts.settings, str(tmp_path / "kamra.tar"), replace=False) as (source, writer):
        made = await back_up(source, Interrupted(writer, two_go), clock, nothing)
    assert (made.gone, made.missing) == (2, ())
    assert (await restored(there, clock, tmp_path / "kamra.tar")).gone == 2
    rows, wrong = await pictures(there)
    assert ([row.id for row in rows], wrong) == ([kept.id], [])


async def test_who_leaves_while_the_files_are_copied_does_not_come_back(
    parts: Parts, actor: Actor, there: Settings, clock: MovableClock, tmp_path: Path
) -> None:
    eve = await add_person(parts.works, parts, "eve", role=Role.ADMIN)
    hers = [await added(parts, actor_of(eve), seed=seed) for seed in (1, 2)]
    kept = await added(parts, actor, seed=3)
    await add_person(parts.works, parts, "boss", role=Role.ADMIN)

    async def eve_leaves() -> None:
        async with parts.works.write() as work:
            await leave(work, eve.id, clock.now())
        await remove_account(parts.works, parts.files, eve.id)

    async with opened_backup(parts.settings, str(tmp_path / "kamra.tar"), replace=False) as (source, writer):
        made = await back_up(source, Interrupted(writer, eve_leaves), clock, nothing)
    assert (made.gone, made.missing) == (len(hers) + 1, ())
    assert (await restored(there, clock, tmp_path / "kamra.tar")).gone == made.gone
    rows, wrong = await pictures(there)
    assert ([row.id for row in rows], wrong) == ([kept.id], [])
    async with opened_parts(there, role="command", ticking=False, password_rounds=4) as back, back.works.read() as work:
        assert await work.accounts.by_handle("eve") is None
        assert await work.accounts.by_handle("anna") is not None


async def test_bytes_that_are_missing_are_named_and_the_rest_is_kept(
    parts: Parts, actor: Actor, there: Settings, clock: MovableClock, tmp_path: Path
) -> None:
    whole, holed = await added(parts, actor), await added(parts, actor, seed=2)
    lost = f"originals/{holed.id}/{holed.original_id}"
    await parts.files.delete([lost])
    assert (await backed_up(parts.settings, clock, tmp_path / "kamra.tar")).missing == (lost,)
    assert (await restored(there, clock, tmp_path / "kamra.tar")).missing == (lost,)
    rows, wrong = await pictures(there)
    assert ([row.id for row in rows], wrong) == ([whole.id, holed.id], [f"{lost}: no bytes"])


async def test_a_file_that_is_there_is_not_written_over(parts: Parts, clock: MovableClock, tmp_path: Path) -> None:
    (tmp_path / "kamra.tar").write_text("mine")
    with pytest.raises(BackupExists):
        await backed_up(parts.settings, clock, tmp_path / "kamra.tar")
    assert (tmp_path / "kamra.tar").read_text() == "mine"
    assert not (parts.settings.data / "backup-in-progress").exists()


async def test_the_next_start_removes_the_copy_of_the_database_that_a_killed_backup_left(
    parts: Parts, actor: Actor, clock: MovableClock, tmp_path: Path
) -> None:
    await added(parts, actor)
    copy = parts.settings.data / "backup-in-progress" / "snapshot"

    async def start() -> bool:
        async with opened_parts(parts.settings, role="all", clock=clock, ticking=False, password_rounds=4):
            return copy.exists()

    async with opened_backup(parts.settings, str(tmp_path / "kamra.tar"), replace=False):
        copy.write_bytes(b"everybody")
        assert await start()
    assert not copy.parent.exists()
    copy.parent.mkdir()
    copy.write_bytes(b"everybody")
    assert not await start()
    assert not copy.parent.exists()
