"""Who paints the pictures of the demo."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class Painter(Protocol):
    """Paints a JPEG of one of its scenes; the same seed paints the same picture."""

    @property
    def scenes(self) -> Sequence[str]: ...

    def paint(self, scene: str, seed: int, taken_at: datetime) -> bytes: ...
