"""Folders beside the data for what a backup or a restore has in hand; who holds one is alone with it."""

import fcntl
import hashlib
import os
from collections.abc import Container, Iterator
from contextlib import ExitStack, contextmanager, suppress
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
            _leave(folder)


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
        except BaseException:  # also when the program is told to stop; it is raised again
            if not is_half_restored(data):
                _leave(folder)
            raise
        _leave(folder)


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
    with ExitStack() as closing:
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            lock = closing.enter_context((folder / _LOCK).open("wb"))
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_in_place = os.path.samestat(os.fstat(lock.fileno()), (folder / _LOCK).stat())
        except (BlockingIOError, FileNotFoundError, FileExistsError):  # the last two: of one that is just leaving
            raise BackupRunning from None
        if not is_in_place:
            raise BackupRunning
        _empty(folder, but=(_LOCK, _BEGUN))  # what one that was killed left
        yield folder


def _leave(folder: Path) -> None:
    """The lock goes last, so that nobody begins in what is about to go."""
    _empty(folder, but=(_LOCK,))
    (folder / _LOCK).unlink()
    with suppress(OSError):  # the next one has its lock in it already
        folder.rmdir()


def _empty(folder: Path, but: Container[str]) -> None:
    for left in folder.iterdir():
        if left.name not in but:
            left.unlink()
