"""Recipes between a row's JSON and the domain, and the key by which the same one is found again."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from domain.media.compressions.recipe import Adjustment, Crop, Format, MetadataKept, Recipe


def recipe_values(recipe: Recipe) -> dict[str, Any]:
    """The recipe as JSON."""
    return asdict(recipe)


def recipe_from(values: dict[str, Any]) -> Recipe:
    """The recipe that such JSON holds."""
    return Recipe(
        **{
            **values,
            "format": None if values["format"] is None else Format(values["format"]),
            "crop": None if values["crop"] is None else Crop(**values["crop"]),
            "adjust": Adjustment(**values["adjust"]),
            "metadata": MetadataKept(values["metadata"]),
        }
    )


def recipe_key(recipe: Recipe) -> str:
    """64 hexadecimal digits, the same for equal recipes whatever the order of their options."""
    text = json.dumps(recipe_values(recipe), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
