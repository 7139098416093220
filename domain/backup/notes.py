"""Lines that are kept on disk while a backup is made or restored, because they may be more than fit into memory."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType


class Notes:
    """A file of lines, written once and then read as often as wanted; leaving the block closes it for writing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("wb")

    def __enter__(self) -> "Notes":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, lines: Iterable[bytes]) -> None:
        """Append lines that end with a line break."""
        self._file.writelines(lines)

    def lines(self) -> Iterator[bytes]:
        """All lines so far, with their line breaks."""
        if not self._file.closed:
            self._file.flush()
        with self.path.open("rb") as lines:
            yield from lines
