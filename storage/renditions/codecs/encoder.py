"""What every codec is: its description for people, what pictures it takes, and how it writes them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from PIL import Image

from domain.media.compressions.compressing import Codec
from domain.media.compressions.recipe import Choice

Options: TypeAlias = Mapping[str, Choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """A picture, or an animation: all of one size and mode (L, RGB or RGBA), without any `info`.

    `durations` in milliseconds, one for each; `loop` is how often it is shown, 0 without end.
    """

    pictures: tuple[Image.Image, ...]
    durations: tuple[int, ...] = (0,)
    loop: int = 0

    @property
    def first(self) -> Image.Image:
        """What a format without animation shows."""
        return self.pictures[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is written beside the pixels; empty where there is nothing."""

    icc_profile: bytes = b""
    exif: bytes = b""
    xmp: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """A codec with its hands: `encode` takes a quality from 1 to 100, also a quarter between two, and every option.

    `loses_nothing` says under which quality and options the result has the very pixels, so that quality is nothing to
    search for where that holds at 1. A format holds sides of up to `longest_side` pixels, and its encoder stays within
    the memory that limits.py gives a copy up to `max_megapixels`, all frames together.
    """

    codec: Codec
    longest_side: int
    max_megapixels: int
    keeps_grey: bool
    keeps_alpha: bool
    encode: Callable[[Frames, float, Options, Kept], bytes]
    loses_nothing: Callable[[Frames, float, Options], bool]


def as_animation(frames: Frames) -> dict[str, Any]:
    """Pillow's parameters for all frames; none for a single one, which is then written as a picture."""
    if len(frames.pictures) == 1:
        return {}
    return {
        "save_all": True,
        "append_images": list(frames.pictures[1:]),
        "duration": list(frames.durations),
        "loop": frames.loop,
    }


def always_loses(_frames: Frames, _quality: float, _options: Options) -> bool:
    """For formats that give up something at every quality."""
    return False
