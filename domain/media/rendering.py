"""What becomes of an original: facts read from it, and pictures made from it for others to see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from domain.errors import RuleBroken

ACCEPTED_TYPES = ("image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "image/heic")


class PictureUnreadable(RuleBroken):
    """The file could not be made into pictures; the subclasses say why."""


class NotAPicture(PictureUnreadable):
    """Its bytes are no picture of an accepted kind, whatever its name says."""


class PictureDamaged(PictureUnreadable):
    """It stops in the middle or contradicts itself."""


class TooManyPixels(PictureUnreadable):
    """More pixels (or frames, or scans) than this kind may have; facts: `megapixels`, `max_megapixels`."""


class PictureTooSlow(PictureUnreadable):
    """Decoding took more time or memory than any honest picture needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraFacts:
    """What the camera wrote; every one may be missing. Exposure in seconds, focal length in mm."""

    make: str | None = None
    model: str | None = None
    lens: str | None = None
    exposure_seconds: float | None = None
    f_number: float | None = None
    iso: int | None = None
    focal_length_mm: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedFile:
    """One picture made: where it lies, its size in pixels and bytes."""

    path: Path
    width: int
    height: int
    content_type: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """All that was read and made; `width` and `height` are the original's, upright.

    `taken_at` is the camera's wall clock read as UTC when it wrote no offset.
    `placeholder` is a ThumbHash (https://evanw.github.io/thumbhash/), ≤ 25 bytes.
    """

    content_type: str
    width: int
    height: int
    taken_at: datetime | None
    has_location: bool
    camera: CameraFacts
    placeholder: bytes
    files: tuple[RenderedFile, ...]


class Renderer(Protocol):
    """Reads originals and makes renditions, away from the process that serves people."""

    async def start(self) -> None:
        """Have the workers ready."""
        ...

    async def render(self, original: Path, into: Path) -> Rendered:
        """Read the original and put its renditions into an existing, empty folder.

        Renditions are upright, in sRGB, without any metadata, never enlarged, largest first.
        Raises a PictureUnreadable; cancelling kills the work.
        """
        ...

    async def close(self) -> None:
        """End every worker."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A rendition that is there, of which a lighter one is wanted: its size in pixels, and its bytes."""

    width: int
    height: int
    bytes: int


class LighterRenderer(Protocol):
    """Makes the sizes that a picture has once more, lighter, when nobody waits for anything else."""

    async def lighten(self, original: Path, into: Path, rungs: Sequence[Rung]) -> tuple[RenderedFile, ...]:
        """Put an AVIF of each rung's size into an existing, empty folder, but for those that would take more bytes.

        They are upright, in sRGB, without any metadata. Raises a PictureUnreadable; cancelling kills the work.
        """
        ...
