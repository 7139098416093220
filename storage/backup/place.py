"""Folders beside the data for what a backup or a restore has in hand; who holds one is alone with it."""

import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from domain.backup.troubles import BackupRunning

_BACKUP, _RESTORE = "backup-in-progress", "restore-in-progress"
_LOCK, _BEGUN = "lock", "begun"


@contextmanager
def backup_folder(data: Path) -> Iterator[Path]:
    """An empty folder for one backup; it goes with it. Raises BackupRunning."""
    with _held(data / _BACKUP) as folder:
        try:
            yield folder
        finally:
            shutil.rmtree(folder)


def remove_abandoned_backup(data: Path) -> None:
    """Remove what a backup that was killed left: a copy of the database, with all who are deleted since."""
    if (data / _BACKUP).exists():
        with suppress(BackupRunning), backup_folder(data):
            pass


@contextmanager
def restore_folder(data: Path) -> Iterator[Path]:
    """The same for a restore, but one that began and did not end leaves it, to say so. Raises BackupRunning."""
    with _held(data / _RESTORE) as folder:
        try:
            yield folder
        except BaseException:
            if not is_half_restored(data):
                shutil.rmtree(folder)
            raise
        shutil.rmtree(folder)


def begin_restore(folder: Path, into: str) -> None:
    """From here on the place may hold a part of a backup; `into` says which place, in any words."""
    (folder / _BEGUN).write_text(_digest(into))


def began_before(folder: Path, into: str) -> bool:
    """Whether an earlier restore into the same place was interrupted, so that what is there is its own."""
    return (folder / _BEGUN).exists() and (folder / _BEGUN).read_text() == _digest(into)


def is_half_restored(data: Path) -> bool:
    """Whether a restore with this data folder began and did not end."""
    return (data / _RESTORE / _BEGUN).exists()


def _digest(into: str) -> str:
    return hashlib.sha256(into.encode()).hexdigest()  # addresses of databases hold passwords


@contextmanager
def _held(folder: Path) -> Iterator[Path]:
    folder.mkdir(mode=0o700, exist_ok=True)
    with (folder / _LOCK).open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupRunning from None
        for left in folder.iterdir():  # by one that was killed
            if left.name not in (_LOCK, _BEGUN):
                left.unlink()
        yield folder
