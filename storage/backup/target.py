"""The file a backup is written to: under another name until it is whole, and for its owner's eyes only."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from domain.backup.troubles import BackupExists, BackupUnwritable
from storage.files.partial import sync_folder

STDOUT = "-"


@contextmanager
def backup_target(name: str, *, replace: bool) -> Iterator[BinaryIO]:
    """Where to write to; `-` is standard output. Leaving the block by an error leaves nothing behind.

    Raises BackupExists when there is such a file and it is not to be replaced, or BackupUnwritable.
    """
    if name == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(name).absolute()
    if path.exists() and not replace:
        raise BackupExists(path=name)
    partial = path.with_name(f"{path.name}.partial")
    try:
        partial.unlink(missing_ok=True)  # of a backup that was killed
        out = os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
    except OSError as error:
        raise BackupUnwritable(path=name, reason=error.strerror or "it cannot be opened") from None
    try:
        with out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        partial.replace(path)
        sync_folder(path.parent)
    except BaseException:  # also when the program is told to stop, no half file stays
        partial.unlink(missing_ok=True)
        raise
