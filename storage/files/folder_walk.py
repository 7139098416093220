"""What lies in a folder of files: looking at it level by level, and removing files with the folders they empty."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from domain.files import StoredFile
from storage.files.keys import is_key
from storage.files.partial import sync_folder


def files_below(root: Path, folder: str, prefix: str) -> tuple[list[StoredFile], list[str]]:
    """The files directly in `root/folder` whose keys start with the prefix, and the folders that may hold more.

    `folder` is empty or ends with `/`. What has no name that a key could have is not ours and not shown.
    """
    files: list[StoredFile] = []
    folders: list[str] = []
    try:
        entries = os.scandir(root / folder)
    except (FileNotFoundError, NotADirectoryError):
        return files, folders
    with entries:
        for entry in entries:
            key = folder + entry.name
            if not is_key(key):
                continue
            if entry.is_dir(follow_symlinks=False):
                if f"{key}/".startswith(prefix) or prefix.startswith(f"{key}/"):
                    folders.append(f"{key}/")
            elif key.startswith(prefix) and (file := _stored(key, entry)):
                files.append(file)
    return files, folders


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
