"""Who paints the pictures of the demo."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class Painter(Protocol):
    """Paints a JPEG of one of its scenes; the same seed paints the same picture."""

    @property
    def scenes(self) -> Sequence[str]: ...

    def paint(self, scene: str, seed: int, taken_at: datetime) -> bytes: ...

    def smaller(self, picture: bytes, side: int) -> tuple[bytes, int, int]:
        """A copy as WebP whose longer side has so many pixels; and the width and height of the picture itself."""
        ...
