"""A recipe as values that JSON can carry: in a row beside its copy, and on the way to who makes it."""

from dataclasses import asdict
from typing import Any

from domain.media.compressions.recipe import Adjustment, Crop, Format, MetadataKept, Recipe


def recipe_values(recipe: Recipe) -> dict[str, Any]:
    """The recipe for json.dumps."""
    return {**asdict(recipe), "options": dict(recipe.options)}


def recipe_from(values: dict[str, Any]) -> Recipe:
    """The recipe that such values hold."""
    named: dict[str, Any] = {
        **values,
        "format": None if values["format"] is None else Format(values["format"]),
        "crop": None if values["crop"] is None else Crop(**values["crop"]),
        "adjust": Adjustment(**values["adjust"]),
        "metadata": MetadataKept(values["metadata"]),
    }
    return Recipe(**named)
