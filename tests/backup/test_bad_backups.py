"""A damaged, cut, hostile or foreign backup does no harm, and what is good in it comes back."""

import json
from pathlib import Path

import pytest

from domain.accounts.actor import Actor
from domain.backup.troubles import BackupTooNew, NotABackup, OtherDatabase
from tests.backup.backing_up import backed_up, changed, pictures, restored
from tests.conftest import MovableClock
from tests.scheduler.test_media_sweeps import added
from ui.cannot_start import CannotStart
from ui.parts import Parts
from ui.settings import Settings


async def test_a_damaged_picture_is_left_out_and_named(
    parts: Parts, actor: Actor, there: Settings, clock: MovableClock, tmp_path: Path
) -> None:
    bad, good = await added(parts, actor), await added(parts, actor, seed=2)
    await backed_up(parts.settings, clock, tmp_path / "kamra.tar")
    key = f"originals/{bad.id}/{bad.original_id}"
    damaged = changed(
        tmp_path / "kamra.tar",
        lambda name, content: (name, content[:-1] + b"?" if name.endswith(key) else content),
    )
    back = await restored(there, clock, damaged)
    assert (back.files, back.damaged) == (1, (key,))
    _, wrong = await pictures(there)
    assert wrong == [f"{key}: no bytes"]
    assert str(good.id) not in str(wrong)


@pytest.mark.parametrize("name", ["../../evil", "files/../../evil", "/evil", "files//evil", "files/originals/evil"])
async def test_hostile_names_lead_nowhere(
    parts: Parts, there: Settings, clock: MovableClock, tmp_path: Path, name: str
) -> None:
    file = tmp_path / "kamra.tar"
    await backed_up(parts.settings, clock, file)
    hostile = changed(file, lambda was, content: (was, content), extra=name)
    assert (await restored(there, clock, hostile)).files == 0
    assert not [path for path in (*_all_below(tmp_path), Path("/evil")) if path.name == "evil" and path.exists()]


def _all_below(folder: Path) -> list[Path]:
    return list(folder.rglob("*"))


async def test_a_backup_that_stops_in_the_middle_is_refused_and_the_place_can_be_filled_again(
    parts: Parts, actor: Actor, there: Settings, clock: MovableClock, tmp_path: Path
) -> None:
    media = await added(parts, actor)
    file = tmp_path / "kamra.tar"
    await backed_up(parts.settings, clock, file)
    content = file.read_bytes()
    (tmp_path / "cut.tar").write_bytes(content[: len(content) - 15_000])
    with pytest.raises(NotABackup):
        await restored(there, clock, tmp_path / "cut.tar")
    with pytest.raises(CannotStart, match="interrupted"):
        await pictures(there)
    assert (await restored(there, clock, file)).files == 1
    rows, wrong = await pictures(there)
    assert ([row.id for row in rows], wrong) == ([media.id], [])


@pytest.mark.parametrize(
    "bad",
    [
        ({"format": 99}, BackupTooNew),
        ({"schema": "9999"}, BackupTooNew),
        ({"database": "PostgreSQL", "other": True}, OtherDatabase),
        ({"database_sha256": "00" * 32}, NotABackup),
        ({"made_at": "once"}, NotABackup),
    ],
)
async def test_what_cannot_be_restored_is_refused_by_its_head(
    there: Settings, parts: Parts, clock: MovableClock, tmp_path: Path, bad: tuple[dict, type[Exception]]
) -> None:
    values, error = bad
    await backed_up(parts.settings, clock, tmp_path / "kamra.tar")

    def other(name: str, content: bytes) -> tuple[str, bytes]:
        if name != "kamra-backup.json":
            return name, content
        head = json.loads(content)
        if values.get("other"):
            values["database"] = "SQLite" if head["database"] == "PostgreSQL" else "PostgreSQL"
        return name, json.dumps({**head, **values}).encode()

    with pytest.raises(error):
        await restored(there, clock, changed(tmp_path / "kamra.tar", other))


async def test_anything_else_is_no_backup(there: Settings, clock: MovableClock, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear reader" * 1000)
    for file in (tmp_path / "letter.txt", tmp_path / "nowhere", tmp_path):
        with pytest.raises(NotABackup):
            await restored(there, clock, file)
