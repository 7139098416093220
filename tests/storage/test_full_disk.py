"""A32: a full disk says so, loses nothing, and takes bytes again once there is room."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# A mount in a namespace of its own is seen by nobody else and goes with its process.
MOUNT = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
SMALL_DISK = 'mount -t tmpfs -o size=4m none "$0"'


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    try:
        tried = subprocess.run([*MOUNT, SMALL_DISK, str(tmp_path)], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no unshare here to mount a small disk with")
    if tried.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    return tmp_path


def test_a_full_disk_is_named_and_recovers_without_restart(small_disk: Path) -> None:
    program = f'{SMALL_DISK} && exec "$1" -m tests.storage.on_a_full_disk "$0"'
    ran = subprocess.run(
        [*MOUNT, program, str(small_disk), sys.executable], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
