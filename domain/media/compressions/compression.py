"""A smaller copy that its owner keeps beside a picture, and the collection of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.errors import Conflict, NotFound
from domain.ids import CompressionId, MediaId
from domain.media.compressions.recipe import Recipe
from domain.paging import Page, Window


class CompressionNotFound(NotFound):
    """No such copy, or of a picture this viewer may not see."""


class TooManyCompressions(Conflict):
    """The picture has as many copies as it may; fact: `max`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compression:
    """One kept copy; `recipe` is resolved (its format is named), `quality` what was used, None for lossless."""

    id: CompressionId
    media_id: MediaId
    recipe: Recipe
    content_type: str
    bytes: int
    width: int
    height: int
    similarity: float
    quality: int | None
    created_at: datetime


class Compressions(Protocol):
    """All kept copies; one marked as gone is in none of the answers but that which says so.

    Whoever asks has made sure that the picture is there, and theirs.
    """

    async def hold(self, media_id: MediaId) -> None:
        """Let nobody else add to this picture's copies, or mark it as gone, until the transaction ends."""
        ...

    async def like(self, media_id: MediaId, recipe: Recipe) -> Compression | None:
        """The one made by the same recipe."""
        ...

    async def count(self, media_id: MediaId) -> int: ...

    async def add(self, compression: Compression) -> None: ...

    async def list(self, media_id: MediaId, window: Window) -> Page[Compression]:
        """A picture's, newest first."""
        ...

    async def get(self, media_id: MediaId, compression_id: CompressionId) -> Compression | None: ...

    async def mark_gone(self, media_id: MediaId, compression_id: CompressionId, now: datetime) -> bool:
        """From the commit on it does not exist for anybody; False when it was not there."""
        ...

    async def marked_gone(self, limit: int) -> Sequence[tuple[MediaId, CompressionId]]:
        """Some of those whose bytes and rows are still to be removed."""
        ...

    async def remove(self, compression_ids: Sequence[CompressionId]) -> None:
        """Remove the rows."""
        ...
