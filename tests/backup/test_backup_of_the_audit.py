"""A backup carries the end of the audit's chain, and what comes back is still whole."""

import json
import tarfile
from pathlib import Path

import pytest

from domain.accounts.account import Role
from domain.accounts.actor import Actor, Scope
from domain.accounts.roles import suspend
from domain.backup.contents import HEAD, Head, read_head
from tests.backup.backing_up import backed_up, changed, restored
from tests.conftest import MovableClock
from tests.signed_in import add_person
from ui.commands.check import check
from ui.parts import Parts
from ui.settings import Settings


def _head(file: Path) -> Head:
    with tarfile.open(file) as tar:
        part = tar.extractfile(HEAD)
        assert part is not None
        return read_head(part.read())


def _older(name: str, content: bytes) -> tuple[str, bytes]:
    """The head as it was written before there was an audit."""
    if name != HEAD:
        return name, content
    values = json.loads(content)
    del values["audit"]
    return name, json.dumps(values).encode()


async def test_the_head_of_the_audit_is_in_the_backup_and_checking_prints_the_same(
    parts: Parts, there: Settings, clock: MovableClock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada = await add_person(parts.works, parts, "ada")
    boss = await add_person(parts.works, parts, "boss", Role.ADMIN)
    actor = Actor(account=boss, scopes=frozenset(Scope), session_id=None)
    async with parts.works.write() as work:
        await suspend(work, actor, ada.id, reason="rude", until=None, now=clock.now())
        written = await work.audit.head()
    file = tmp_path / "kamra.tar"
    await backed_up(parts.settings, clock, file)
    assert _head(file).audit == written

    older = changed(file, _older)
    assert _head(older).audit is None
    await restored(there, clock, older)
    assert await check(there, hashes=False) == 0
    said = f"The audit is whole: 1 row, head {written.hash.hex()}.\nRows and files agree.\n"
    assert capsys.readouterr().out == said
