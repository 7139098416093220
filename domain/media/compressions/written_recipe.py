"""A recipe as values that JSON can carry: in a row beside its copy, and on the way to who makes it."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, TypedDict, cast

from domain.media.compressions.recipe import Adjustment, Choice, Crop, Format, MetadataKept, Recipe


class WrittenCrop(TypedDict):
    """As Crop."""

    x: int
    y: int
    width: int
    height: int


class WrittenAdjustment(TypedDict):
    """As Adjustment."""

    light: float
    contrast: float
    colour: float
    warmth: float
    monochrome: bool


class WrittenRecipe(TypedDict):
    """As Recipe, its format and what it keeps by their values."""

    format: str | None
    quality: int | None
    target_bytes: int | None
    min_similarity: float | None
    width: int | None
    height: int | None
    rotate: int
    crop: WrittenCrop | None
    adjust: WrittenAdjustment
    metadata: str
    enlarge: bool
    options: Mapping[str, Choice]


def recipe_values(recipe: Recipe) -> WrittenRecipe:
    """The recipe for json.dumps."""
    return cast("WrittenRecipe", {**asdict(recipe), "options": dict(recipe.options)})


def recipe_from(values: WrittenRecipe) -> Recipe:
    """The recipe that such values hold."""
    named: dict[str, Any] = {
        **values,
        "format": None if values["format"] is None else Format(values["format"]),
        "crop": None if values["crop"] is None else Crop(**values["crop"]),
        "adjust": Adjustment(**values["adjust"]),
        "metadata": MetadataKept(values["metadata"]),
    }
    return Recipe(**named)
