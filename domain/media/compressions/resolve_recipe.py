"""A recipe's one written form, so that the same one is known again however it was put."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.media.compressions.check_recipe import check_options, check_recipe
from domain.media.compressions.compressing import Codec
from domain.media.compressions.recipe import Adjustment, Crop, CropOutside, Format, Recipe

# What is written when nobody says: the picture's own format, and one that keeps its movement for GIF.
_OWN = {
    "image/jpeg": Format.JPEG,
    "image/png": Format.PNG,
    "image/webp": Format.WEBP,
    "image/avif": Format.AVIF,
    "image/gif": Format.WEBP,
}
_DECIMALS = 4  # of an adjustment; nobody sees the fifth


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What is known of a picture before it is decoded: its type, and its upright size in pixels where that is known."""

    content_type: str
    width: int | None = None
    height: int | None = None


def resolve_recipe(recipe: Recipe, codecs: Sequence[Codec], source: SourceFacts) -> Recipe:
    """The recipe with its format named, its goal and options filled in, and without what changes nothing.

    Raises what `check_recipe` and `check_options` raise, and CropOutside where the picture's size is known.
    """
    check_recipe(recipe)
    codec = codec_of(recipe.format or _OWN.get(source.content_type, Format.JPEG), codecs)
    check_options(recipe.options, codec)
    written = replace(
        recipe,
        format=codec.format,
        quality=recipe.quality if _has_goal(recipe) else codec.default_quality,
        adjust=_rounded(recipe.adjust),
        options={option.name: recipe.options.get(option.name, option.default) for option in codec.options},
    )
    if source.width is None or source.height is None:
        return written
    return _without_idle_bounds(written, source.width, source.height)


def codec_of(format_: Format, codecs: Sequence[Codec]) -> Codec:
    """The codec that writes this format."""
    return next(codec for codec in codecs if codec.format is format_)


def _has_goal(recipe: Recipe) -> bool:
    return any(goal is not None for goal in (recipe.quality, recipe.target_bytes, recipe.min_similarity))


def _rounded(adjust: Adjustment) -> Adjustment:
    return replace(
        adjust,
        light=_round(adjust.light),
        contrast=_round(adjust.contrast),
        colour=_round(adjust.colour),
        warmth=_round(adjust.warmth),
    )


def _round(value: float) -> float:
    return round(float(value), _DECIMALS) + 0.0  # −0.0 becomes 0.0


def _without_idle_bounds(recipe: Recipe, width: int, height: int) -> Recipe:
    """Without a crop to all there is, and without sizes that it is below anyway."""
    if recipe.rotate in (90, 270):
        width, height = height, width
    crop = recipe.crop
    if crop is not None:
        if crop.x + crop.width > width or crop.y + crop.height > height:
            raise CropOutside(field="crop", width=width, height=height)
        if crop == Crop(x=0, y=0, width=width, height=height):
            crop = None
        else:
            width, height = crop.width, crop.height
    if recipe.width is None and recipe.height is None:
        return replace(recipe, crop=crop, enlarge=False)
    if recipe.enlarge:
        return replace(recipe, crop=crop)
    return replace(recipe, crop=crop, width=_below(recipe.width, width), height=_below(recipe.height, height))


def _below(bound: int | None, size: int) -> int | None:
    return bound if bound is not None and bound < size else None
