"""Comparing what a backup had in it with what its manifest, at its end, says that it had."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from domain.backup.contents import FILES, Missing, Whole, read_line
from domain.backup.notes import Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """`damaged` and `missing` are keys of pictures, `void` those of parts that count for nothing."""

    files: int
    bytes: int
    damaged: tuple[str, ...]
    missing: tuple[str, ...]
    void: tuple[str, ...]


def compare(manifest: Notes, arrived: Notes) -> Compared:
    """Compare them; both are in the same order, and only what came may hold void parts. Raises NotABackup."""
    files = size = 0
    damaged: list[str] = []
    void: list[str] = []
    promises = _whole(manifest)
    promised = next(promises, None)
    for came in _last_of_each(_whole(arrived)):
        if promised is None or came.name != promised.name:
            void.append(_key(came))
            continue
        if came == promised:
            files, size = files + 1, size + came.bytes
        else:
            damaged.append(_key(came))
        promised = next(promises, None)
    if promised is not None:
        damaged += [_key(promised), *(_key(one) for one in promises)]
    return Compared(
        files=files, bytes=size, damaged=tuple(damaged), missing=tuple(_missing(manifest)), void=tuple(void)
    )


def _whole(notes: Notes) -> Iterator[Whole]:
    lines = (read_line(text) for text in notes.lines())
    return (line for line in lines if isinstance(line, Whole) and line.name.startswith(FILES))


def _last_of_each(came: Iterator[Whole]) -> Iterator[Whole]:
    """A part that could not be read whole is followed by another try of the same name."""
    for _, tries in groupby(came, key=lambda one: one.name):
        *_, last = tries
        yield last


def _missing(manifest: Notes) -> Iterator[str]:
    return (line.key for text in manifest.lines() if isinstance(line := read_line(text), Missing))


def _key(whole: Whole) -> str:
    return whole.name.removeprefix(FILES)
