"""A small disk for tests, mounted where nobody else sees it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# A mount in a namespace of its own goes with its process.
_MOUNT = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]


def run_on_small_disk(module: str, folder: Path, mebibytes: int) -> subprocess.CompletedProcess[str]:
    """Run a module with such a disk at the folder, which it is told; skips the test where none can be had."""
    mount = f'mount -t tmpfs -o size={mebibytes}m none "$0"'
    try:
        tried = subprocess.run([*_MOUNT, mount, str(folder)], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no unshare here to mount a small disk with")
    if tried.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    program = f'{mount} && exec "$1" -m {module} "$0"'
    return subprocess.run(
        [*_MOUNT, program, str(folder), sys.executable], cwd=ROOT, capture_output=True, text=True, check=False
    )
