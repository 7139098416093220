"""A smaller copy that its owner keeps beside a picture, and the collection of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol
from uuid import UUID

from domain.errors import Conflict, NotFound
from domain.ids import MediaId
from domain.media.compressions.recipe import Recipe

CompressionId = NewType("CompressionId", UUID)


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
    """All kept copies; those of a picture that is gone are in none of the answers."""

    async def hold(self, media_id: MediaId) -> None:
        """Let nobody else add to this picture's copies until the transaction ends."""
        ...

    async def like(self, media_id: MediaId, recipe: Recipe) -> Compression | None:
        """The one made by the same recipe."""
        ...

    async def count(self, media_id: MediaId) -> int: ...

    async def add(self, compression: Compression) -> None: ...

    async def of(self, media_id: MediaId) -> Sequence[Compression]:
        """All of a picture's, newest first."""
        ...

    async def get(self, media_id: MediaId, compression_id: CompressionId) -> Compression | None: ...

    async def remove(self, compression_id: CompressionId) -> bool: ...
