"""Making a smaller copy: what a format is and can, and whoever makes copies by a recipe."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from domain.errors import RuleBroken
from domain.media.compressions.recipe import Choice, Format, Recipe


class TargetTooSmall(RuleBroken):
    """It cannot get under that many bytes; facts: `target_bytes`, `smallest_bytes`, `width`, `suggested_width`."""


class SimilarityTooHigh(RuleBroken):
    """The format cannot come so close; facts: `best_percent`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something a format lets one choose; as data, so that form and API schema come from it.

    `choices` are all values it may have, or for a whole number its least and greatest value (`is_range`).
    """

    name: str
    label: str
    default: Choice
    choices: tuple[Choice, ...]
    is_range: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Codec:
    """One format copies can be written in; `has_quality` is False where quality means nothing without an option."""

    format: Format
    label: str
    content_type: str
    extension: str
    default_quality: int
    keeps_animation: bool
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compressed:
    """A copy that was made: where it lies, its size in pixels and bytes, how like the uncompressed one it is.

    `similarity` is the mean SSIM of luma over 8 × 8 blocks against the picture resized but not encoded (first frame
    of an animation); `quality` is what was used in the end, rounded down, None for lossless; `encodes` counts
    the tries; `frames` and `original_frames` are 1 of what does not move.
    """

    path: Path
    content_type: str
    width: int
    height: int
    bytes: int
    similarity: float
    quality: int | None
    encodes: int
    frames: int
    original_frames: int


class Compressor(Protocol):
    """Makes copies, away from the process that serves people."""

    @property
    def codecs(self) -> Sequence[Codec]:
        """Every format, in the order in which people choose."""
        ...

    async def compress(self, original: Path, recipe: Recipe, into: Path) -> Compressed:
        """Make the copy of a checked recipe into an existing, empty folder.

        Raises a PictureUnreadable, CropOutside, TargetTooSmall or SimilarityTooHigh; cancelling kills the work.
        """
        ...
