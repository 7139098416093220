"""How far a command is that moves many files, said while it goes on."""

from ui.commands.progress import Progress


class Tally:
    """`files` of `of`, and their bytes."""

    def __init__(self, of: int) -> None:
        self.of = of
        self.files = 0
        self._bytes = 0
        self._said = Progress()

    def more(self, bytes: int) -> None:
        """So many of the file that is under way."""
        self._said(self.files, self.of, self._bytes + bytes)

    def done(self, bytes: int) -> None:
        """That file, with all its bytes."""
        self.files += 1
        self._bytes += bytes
