"""Where a shared file is saved: below one folder, under a harmless name, and over nothing that is there."""

from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

from domain.media.file_names import file_name, told_apart
from ui.rooms.client.chunks import chunks_of
from ui.rooms.client.entries import SharedFile
from ui.rooms.client.tree import Tree, leaf_of

_MOST_FOLDERS = 20  # within one another; systems limit how long a path may be


def already_here(folder: Path, file: SharedFile) -> Path | None:
    """The file itself, where an earlier time has saved it."""
    for place in _places(folder, file):
        if not place.exists():
            return None
        if place.is_file() and place.stat().st_size == file.object.size and _root_of(place) == file.object.root:
            return place
    return None


def take_place(folder: Path, file: SharedFile) -> Path:
    """A new empty file, to be replaced by what is saved: no other program has taken its name in between."""
    for place in _places(folder, file):
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            place.open("xb").close()
        except FileExistsError:
            continue
        return place
    raise AssertionError  # there is always another number


def harmless_name(file: SharedFile) -> str:
    """Its name as that of a file on this disk, and of nothing else."""
    return file_name(file.name or file.path.rpartition("/")[2], file.mime)


def _places(folder: Path, file: SharedFile) -> Iterator[Path]:
    """One after another until one is free: `IMG_1.jpg`, `IMG_1 (2).jpg`, …"""
    folders = file.path.split("/")[:-1]
    harmless = [file_name(one, "") for one in folders[:_MOST_FOLDERS] if one.strip(" .")]
    return (folder.joinpath(*harmless, one) for one in told_apart(repeat(harmless_name(file))))


def _root_of(path: Path) -> bytes:
    tree = Tree()
    for chunk in chunks_of(path):
        tree.add(leaf_of(chunk))
    return tree.root()
