"""A file on this disk as chunks, of which it never has more than one in memory."""

from collections.abc import Iterator
from pathlib import Path

from ui.rooms.client.objects import CHUNK


def chunks_of(path: Path) -> Iterator[bytes]:
    """All of them in order; an empty file has one empty chunk."""
    with path.open("rb") as source:
        yield source.read(CHUNK)
        while chunk := source.read(CHUNK):
            yield chunk
