"""How far a command is that moves many files, said while it goes on."""

from collections.abc import Hashable

from ui.commands.progress import Progress


class Tally:
    """`files` of `of`, and their bytes; several may be under way, each by a name of its own."""

    def __init__(self, of: int) -> None:
        self.of = of
        self.files = 0
        self._bytes = 0
        self._under_way: dict[Hashable, int] = {}
        self._said = Progress()

    def more(self, file: Hashable, bytes: int) -> None:
        """So many of this file, which is under way."""
        self._under_way[file] = bytes
        self._said(self.files, self.of, self._bytes + sum(self._under_way.values()))

    def done(self, file: Hashable, bytes: int) -> None:
        """That file, with all its bytes."""
        self.no_more(file)
        self.files += 1
        self._bytes += bytes

    def no_more(self, file: Hashable) -> None:
        """That file is not under way any more."""
        self._under_way.pop(file, None)
