"""Folders of work in progress do not outlive it, also when the program is killed (C30, C31)."""

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from domain.scratch import remove_abandoned_scratch, scratch_folder

ROOT = Path(__file__).resolve().parents[2]
_KILLED_AT_WORK = """
import os, signal
from domain.scratch import scratch_folder
with scratch_folder() as folder:
    (folder / "320.jpg").write_bytes(b"a picture")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's temporary files are."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_what_a_killed_program_worked_on_goes_and_what_others_work_on_stays(place: Path) -> None:
    command = [sys.executable, "-c", _KILLED_AT_WORK]
    ended = subprocess.run(command, cwd=ROOT, env={"TMPDIR": str(place)}, check=False)
    assert ended.returncode == -signal.SIGKILL
    with scratch_folder() as in_use:
        assert len(list(place.iterdir())) == 2
        assert remove_abandoned_scratch() == 1
        assert list(place.iterdir()) == [in_use]
    assert list(place.iterdir()) == []


def test_a_folder_goes_with_its_work_whatever_became_of_that(place: Path) -> None:
    with pytest.raises(FileNotFoundError), scratch_folder() as folder:
        (folder / "640.jpg").write_bytes((folder / "original").read_bytes())
    assert list(place.iterdir()) == []


def test_a_link_with_such_a_name_leads_nowhere(place: Path) -> None:
    elsewhere = place / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "letter.txt").write_text("mine")
    (place / "kamra-scratch-link").symlink_to(elsewhere)
    assert remove_abandoned_scratch() == 0
    assert (elsewhere / "letter.txt").read_text() == "mine"
