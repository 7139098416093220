"""Folders for what is needed only while a picture is worked on; what a killed program left there, the next removes."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "kamra-scratch-"


@contextmanager
def scratch_folder() -> Generator[Path]:
    """An empty folder of one's own among the system's temporary files, which goes with all that is in it.

    Locked as long as it is used: `remove_abandoned_scratch` knows by that, and not by a clock, that somebody is there.
    """
    folder, descriptor = _locked()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # a worker that was killed may have taken its part away
        os.close(descriptor)


def remove_abandoned_scratch() -> int:
    """Remove the folders on this machine whose programs ended without doing so; returns how many."""
    removed = 0
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # in use, somebody else's, gone meanwhile, or a link, which is never followed
            descriptor = _lock(folder)
            try:
                shutil.rmtree(folder)
                removed += 1
            finally:
                os.close(descriptor)
    return removed


def _locked() -> tuple[Path, int]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        with suppress(FileNotFoundError, BlockingIOError):  # taken for abandoned between being made and being locked
            descriptor = _lock(folder)
            if folder.exists():
                return folder, descriptor
            os.close(descriptor)


def _lock(folder: Path) -> int:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
