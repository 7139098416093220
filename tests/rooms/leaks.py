"""Looks for what a server must never have seen, in all that it saw: whole words, and pieces of secrets and files."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from tests.rooms.spellings import readings

_TELLING = 8  # different bytes; a piece with fewer, such as a run of zeros, is in everything and tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """`what` was found at `where`."""

    what: str
    where: str


class Forbidden:
    """What is looked for: `words` as a whole, and of `pieces` every window of so many bytes. Names say what each is."""

    def __init__(self, *, words: Mapping[str, bytes], pieces: Mapping[str, bytes], window: int) -> None:
        assert window % 2 == 0
        self._words = words
        self._clean: set[bytes] = set()  # digests of what held nothing: the same is often seen in several places
        self._pieces = pieces
        self._window = window
        # Wherever a window begins, it holds one whole block of half its length of those at multiples of that length.
        self._blocks: defaultdict[bytes, list[tuple[str, int]]] = defaultdict(list)
        for name, content in pieces.items():
            for first in range(0, len(content) - window // 2 + 1, window // 2):
                self._blocks[content[first : first + window // 2]].append((name, first))

    def leaks_in(self, seen: Iterable[tuple[str, bytes]]) -> set[Leak]:
        """Each is said once for each place."""
        return {Leak(what=what, where=where) for where, text in seen for what in self._found_in(text)}

    def _found_in(self, text: bytes) -> set[str]:
        digest = sha256(text).digest()
        if digest in self._clean:
            return set()
        found = {name for reading in readings(text) for name in self._read_in(reading)}
        if not found:
            self._clean.add(digest)
        return found

    def _read_in(self, reading: bytes) -> Iterator[str]:
        yield from (name for name, word in self._words.items() if word in reading)
        yield from self._windows_in(reading)

    def _windows_in(self, text: bytes) -> Iterator[str]:
        half, blocks = self._window // 2, self._blocks
        for at in range(len(text) - half + 1):
            if text[at : at + half] in blocks:
                yield from (
                    name for name, first in blocks[text[at : at + half]] if self._is_window(text, at, name, first)
                )

    def _is_window(self, text: bytes, at: int, name: str, first: int) -> bool:
        """Whether the block that was found in both is part of a window that is in both."""
        content, half = self._pieces[name], self._window // 2
        before = _alike(reversed(text[max(0, at - half) : at]), reversed(content[max(0, first - half) : first]))
        after = _alike(text[at + half : at + 2 * half], content[first + half : first + 2 * half])
        window = text[at - before : at + half + after]
        return len(window) >= self._window and len(set(window)) >= min(_TELLING, self._window // 2)


def _alike(one: Iterable[int], other: Iterable[int]) -> int:
    """How many they have in common from their beginning."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
