"""What lies in a folder of files: looking at it level by level, and removing files with the folders they empty."""

import heapq
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path

from domain.files import StoredFile
from storage.files.keys import is_key
from storage.files.partial import sync_folder

PAGE = 20_000


def entries_below(root: Path, folder: str, prefix: str, after: str) -> tuple[list[StoredFile | str], str | None]:
    """What lies directly in `root/folder` and may have to do with keys that start with the prefix, sorted.

    `folder` is empty or ends with `/`, as do the folders in the answer. At most `PAGE` entries behind `after`, and
    behind which to go on when there may be more: reading a folder again costs less than a million names at once.
    What has no name that a key could have is not ours and not shown.
    """
    try:
        entries = os.scandir(root / folder)
    except (FileNotFoundError, NotADirectoryError):
        return [], None
    with entries:
        ours = ((key, entry) for entry in entries if (key := _key(folder, entry, prefix)) is not None and key > after)
        page = heapq.nsmallest(PAGE, ours, key=itemgetter(0))
    found = [key if key.endswith("/") else _stored(key, entry) for key, entry in page]
    return [one for one in found if one is not None], page[-1][0] if len(page) == PAGE else None


def _key(folder: str, entry: os.DirEntry[str], prefix: str) -> str | None:
    key = folder + entry.name
    if not is_key(key):
        return None
    if entry.is_dir(follow_symlinks=False):
        key += "/"
        return key if key.startswith(prefix) or prefix.startswith(key) else None
    return key if key.startswith(prefix) else None


def _stored(key: str, entry: os.DirEntry[str]) -> StoredFile | None:
    try:
        facts = entry.stat()
    except FileNotFoundError:
        return None  # deleted since the folder was read
    return StoredFile(key=key, bytes=facts.st_size, modified_at=datetime.fromtimestamp(facts.st_mtime, UTC))


def remove_files(root: Path, paths: Iterable[Path]) -> None:
    """Remove the files for good, also after a power cut, and every folder below `root` that this empties."""
    changed: set[Path] = set()
    for path in paths:
        try:
            path.unlink()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            continue
        changed.add(path.parent)
    for folder in {_without_empty_folders(root, folder) for folder in changed}:
        sync_folder(folder)


def _without_empty_folders(root: Path, folder: Path) -> Path:
    while folder != root:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            return folder  # it holds something
        folder = folder.parent
    return folder
