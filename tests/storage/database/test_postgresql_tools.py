"""PostgreSQL's own programs: missing, too old, or out of room; each is a sentence."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from domain.backup.troubles import DatabaseToolFailed, NoRoomForBackup
from storage.database.postgresql_tools import dump
from ui.theme.texts import sentence_for

_URL = make_url("postgresql+asyncpg://kamra:secret@127.0.0.1/kamra")


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder in which programs are looked for."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def _that_says(tools: Path, words: str) -> None:
    (tools / "pg_dump").write_text(f"#!/bin/sh\necho '{words}' >&2\nexit 1\n")
    (tools / "pg_dump").chmod(0o755)


@pytest.mark.usefixtures("tools")
async def test_one_that_is_missing_is_named_with_the_package_it_comes_with(tmp_path: Path) -> None:
    with pytest.raises(DatabaseToolFailed) as failed:
        await dump(_URL, "1-1", tmp_path / "snapshot")
    said = sentence_for(failed.value)
    assert said.startswith("pg_dump failed: it is not installed here")
    assert "postgresql-client" in said


async def test_one_that_is_too_old_says_so(tools: Path, tmp_path: Path) -> None:
    _that_says(tools, "pg_dump: error: aborting because of server version mismatch")
    with pytest.raises(DatabaseToolFailed) as failed:
        await dump(_URL, "1-1", tmp_path / "snapshot")
    assert sentence_for(failed.value) == (
        "pg_dump failed: it is older than the PostgreSQL server; install its version."
    )


async def test_its_last_words_are_given_on_and_a_full_disk_is_told_apart(tools: Path, tmp_path: Path) -> None:
    _that_says(tools, "pg_dump: error: the moon is full")
    with pytest.raises(DatabaseToolFailed) as failed:
        await dump(_URL, "1-1", tmp_path / "snapshot")
    assert failed.value.facts["reason"] == "pg_dump: error: the moon is full"
    _that_says(tools, "pg_dump: error: could not write to file: No space left on device")
    with pytest.raises(NoRoomForBackup):
        await dump(_URL, "1-1", tmp_path / "snapshot")
