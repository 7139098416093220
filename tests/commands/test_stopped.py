"""A backup or a restore that is told to stop in the middle leaves nothing that could be taken for whole."""

import asyncio
import os
import signal
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from domain.accounts.actor import Actor, Scope
from tests.commands.kamra_process import ROOT, command, environment
from tests.scheduler.test_media_sweeps import added
from tests.signed_in import add_person
from ui.app import opened_parts
from ui.commands.interrupted import STOPPED
from ui.settings import Settings

_HUGE = 64 << 30  # bytes; a hole in a file, which takes no room and minutes to copy


@pytest.fixture
async def picture(make_settings: Callable[..., Settings], tmp_path: Path) -> Path:
    """The original of the one picture in the folder `here`."""
    alone = make_settings(data=tmp_path / "here", database_url=None, files_url=None, redis_url=None)
    async with opened_parts(alone, role="command", ticking=False, password_rounds=4) as parts:
        anna = await add_person(parts.works, parts, "anna")
        media = await added(parts, Actor(account=anna, scopes=frozenset(Scope), session_id=None))
    return next((tmp_path / "here").rglob(str(media.original_id)))


async def started(*words: str, data: Path, stdin: int = -3, stdout: int = -3) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "ui", *words),
        cwd=ROOT,
        env=environment(data),
        stdin=stdin,
        stdout=stdout,
        stderr=asyncio.subprocess.PIPE,
    )


async def stopped(process: asyncio.subprocess.Process, number: signal.Signals, is_halfway: Callable[[], bool]) -> str:
    """Send the signal in the middle of things; what the program said."""
    assert process.stderr is not None
    async with asyncio.timeout(60):
        while not is_halfway():
            assert process.returncode is None
            await asyncio.sleep(0.01)
        process.send_signal(number)
        said = (await process.stderr.read()).decode()
        assert await process.wait() == STOPPED, said
    return said


def holds(path: Path, bytes: int = 1) -> bool:
    return path.exists() and path.stat().st_size >= bytes


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_backup_leaves_nothing_behind(picture: Path, tmp_path: Path, number: signal.Signals) -> None:
    os.truncate(picture, _HUGE)
    process = await started("backup", str(tmp_path / "kamra.tar"), data=tmp_path / "here")
    said = await stopped(process, number, lambda: holds(tmp_path / "kamra.tar.partial", 2 << 20))
    assert said.endswith("Stopped. There is no backup.\n")
    assert not any(file.exists() for file in (tmp_path / "kamra.tar", tmp_path / "kamra.tar.partial"))
    assert not (tmp_path / "here" / "backup-in-progress").exists()


async def test_a_backup_into_a_pipe_that_nobody_empties_can_be_stopped(picture: Path, tmp_path: Path) -> None:
    os.truncate(picture, _HUGE)
    end, into = os.pipe()
    process = await started("backup", "-", data=tmp_path / "here", stdout=into)
    os.close(into)
    await asyncio.to_thread(os.read, end, 1)  # there is more to come
    said = await stopped(process, signal.SIGTERM, lambda: True)
    os.close(end)
    assert said.endswith("Stopped. There is no backup.\n")
    assert not (tmp_path / "here" / "backup-in-progress").exists()


async def test_a_restore_says_that_it_is_half_done_and_begins_anew(picture: Path, tmp_path: Path) -> None:
    whole, data = tmp_path / "kamra.tar", tmp_path / "there"
    code, said = await command("backup", str(whole), env=environment(tmp_path / "here"))
    assert code == 0, said
    process = await started("restore", str(_with_a_huge_part(whole)), data=data)
    said = await stopped(process, signal.SIGINT, lambda: holds(data / "restore-in-progress" / "unknown", 2 << 20))
    assert said.endswith("Stopped. Nothing is in use here; the same command begins anew.\n")
    code, said = await command("check", env=environment(data))
    assert (code, "interrupted" in said) == (1, True)
    code, said = await command("restore", str(whole), env=environment(data))
    assert (code, said.splitlines()[-1]) == (0, "Rows and files agree.")
    assert _content(next(data.rglob(picture.name))) == _content(picture)


async def test_a_restore_from_a_pipe_into_which_nothing_comes_can_be_stopped(picture: Path, tmp_path: Path) -> None:
    whole, data = tmp_path / "kamra.tar", tmp_path / "there"
    await command("backup", str(whole), env=environment(tmp_path / "here"))
    out, into = os.pipe()
    process = await started("restore", "-", data=data, stdin=out)
    os.close(out)
    await asyncio.to_thread(os.write, into, _content(whole)[:-20_000])  # the end of a tar, and more than the manifest
    said = await stopped(process, signal.SIGTERM, lambda: holds(data / "restore-in-progress" / "begun"))
    os.close(into)
    assert "begins anew" in said


def _content(path: Path) -> bytes:
    return path.read_bytes()


def _with_a_huge_part(whole: Path) -> Path:
    """The same backup, and after its end a part that is a hole."""
    target = whole.with_suffix(".huge")
    with tarfile.open(whole) as source, target.open("wb") as out:
        with tarfile.open(fileobj=out, mode="w") as archive:
            for head in source.getmembers()[:-1]:  # without the manifest
                archive.addfile(head, source.extractfile(head))
        out.seek(archive.offset - 2 * tarfile.BLOCKSIZE)
        huge = tarfile.TarInfo("files/huge")
        huge.size = _HUGE
        out.write(huge.tobuf())
        out.truncate(out.tell() + _HUGE)
    return target
