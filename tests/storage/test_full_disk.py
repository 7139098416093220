"""C32: a full disk says so, loses nothing, and takes bytes again once there is room."""

from pathlib import Path

from tests.storage.small_disk import run_on_small_disk


def test_a_full_disk_is_named_and_recovers_without_restart(tmp_path: Path) -> None:
    ran = run_on_small_disk("tests.storage.on_a_full_disk", tmp_path, mebibytes=4)
    assert ran.returncode == 0, ran.stderr
