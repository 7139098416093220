"""A recipe: what a smaller copy of a picture shall be like, checked before anything is decoded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from domain.errors import RuleBroken

MOST_PIXELS_A_SIDE = 16_384  # what every format here can hold (WebP's limit is 16 383 of 16 384)
LOOKS_THE_SAME = 0.97

Choice: TypeAlias = bool | int | str


class TwoGoals(RuleBroken):
    """Quality, a size to stay under and a similarity exclude each other."""


class RecipeOutOfRange(RuleBroken):
    """A number of the recipe is outside what it may be; facts: `min`, `max`."""


class TurnUnknown(RuleBroken):
    """A picture is turned by 0, 90, 180 or 270 degrees."""


class CropOutside(RuleBroken):
    """The part to be cut out does not lie within the picture; facts: `width`, `height` of the upright picture."""


class OptionUnknown(RuleBroken):
    """The format has no such option, or not that value; facts: `name`, `choices`."""


class Format(StrEnum):
    """What a copy can be written as."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    AVIF = "avif"


class MetadataKept(StrEnum):
    """What of the original's metadata a copy carries; a location only with `all`."""

    NONE = "none"
    COPYRIGHT = "copyright"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """A part of the upright, turned picture, in its full-size pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """Changes of light and colour, each from −1 to 1, 0 changing nothing."""

    light: float = 0
    contrast: float = 0
    colour: float = 0
    warmth: float = 0
    monochrome: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How to make a copy: turned clockwise by `rotate` degrees, then cropped, then fitted inside `width` × `height`.

    No goal at all is the format's default quality. `options` are the format's own (see `Codec`).
    """

    format: Format | None = None
    quality: int | None = None
    target_bytes: int | None = None
    min_similarity: float | None = None
    width: int | None = None
    height: int | None = None
    rotate: int = 0
    crop: Crop | None = None
    adjust: Adjustment = Adjustment()
    metadata: MetadataKept = MetadataKept.NONE
    enlarge: bool = False
    options: Mapping[str, Choice] = field(default_factory=dict[str, Choice])
