"""What every recipe must keep to, whichever picture it is for: ranges, one goal at most, the format's own choices."""

from collections.abc import Mapping

from domain.media.compressions.compressing import Codec, Option
from domain.media.compressions.recipe import (
    MOST_PIXELS_A_SIDE,
    Adjustment,
    Choice,
    Crop,
    OptionUnknown,
    Recipe,
    RecipeOutOfRange,
    TurnUnknown,
    TwoGoals,
)

MOST_QUALITY = 100
MOST_TARGET_BYTES = 1_000_000_000
TURNS = (0, 90, 180, 270)
_MOST_CROP = 1_000_000  # pixels a side of any picture that is opened; where it ends, only the picture can tell
_GOALS = ("quality", "target_bytes", "min_similarity")


def check_recipe(recipe: Recipe) -> None:
    """Raises TwoGoals, RecipeOutOfRange or TurnUnknown, with the field at fault."""
    goals = [name for name in _GOALS if getattr(recipe, name) is not None]
    if len(goals) > 1:
        raise TwoGoals(field=goals[1])
    _check_range("quality", recipe.quality, 1, MOST_QUALITY)
    _check_range("target_bytes", recipe.target_bytes, 1, MOST_TARGET_BYTES)
    _check_range("min_similarity", recipe.min_similarity, 0, 1)
    _check_range("width", recipe.width, 1, MOST_PIXELS_A_SIDE)
    _check_range("height", recipe.height, 1, MOST_PIXELS_A_SIDE)
    if recipe.rotate not in TURNS:
        raise TurnUnknown(field="rotate")
    if recipe.crop is not None:
        _check_crop(recipe.crop)
    _check_adjustment(recipe.adjust)


def check_options(options: Mapping[str, Choice], codec: Codec) -> None:
    """Raises OptionUnknown for a name or a value that the format does not have."""
    known = {option.name: option for option in codec.options}
    for name, value in options.items():
        if name not in known:
            raise OptionUnknown(field=f"options.{name}", name=name, choices=", ".join(known) or "none")
        if not _may_be(known[name], value):
            raise OptionUnknown(field=f"options.{name}", name=_word(value), choices=_choices(known[name]))


def _check_range(field: str, value: float | None, least: int, most: int) -> None:
    if value is not None and not least <= value <= most:  # put so that it catches NaN as well
        raise RecipeOutOfRange(field=field, min=least, max=most)


def _check_crop(crop: Crop) -> None:
    _check_range("crop.x", crop.x, 0, _MOST_CROP)
    _check_range("crop.y", crop.y, 0, _MOST_CROP)
    _check_range("crop.width", crop.width, 1, _MOST_CROP)
    _check_range("crop.height", crop.height, 1, _MOST_CROP)


def _check_adjustment(adjust: Adjustment) -> None:
    for name in ("light", "contrast", "colour", "warmth"):
        _check_range(f"adjust.{name}", getattr(adjust, name), -1, 1)


def _may_be(option: Option, value: Choice) -> bool:
    if type(value) is not type(option.default):  # True is 1 to Python, but no number to people
        return False
    if option.is_range:
        return isinstance(value, int) and int(option.choices[0]) <= value <= int(option.choices[-1])
    return value in option.choices


def _choices(option: Option) -> str:
    if option.is_range:
        return f"{option.choices[0]} to {option.choices[-1]}"
    return ", ".join(_word(choice) for choice in option.choices)


def _word(value: Choice) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
