"""A recipe as a worker is told it, and a copy as it answers: what JSON can carry."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from domain.media.compressions.compressing import Compressed
from domain.media.compressions.recipe import Adjustment, Crop, Format, MetadataKept, Recipe


def said_recipe(recipe: Recipe | None) -> dict[str, Any] | None:
    """The recipe, if there is one, for json.dumps."""
    return recipe and {**asdict(recipe), "options": dict(recipe.options)}


def read_recipe(said: dict[str, Any] | None) -> Recipe | None:
    """The recipe that was said."""
    if said is None:
        return None
    return Recipe(
        **{
            **said,
            "format": said["format"] and Format(said["format"]),
            "crop": said["crop"] and Crop(**said["crop"]),
            "adjust": Adjustment(**said["adjust"]),
            "metadata": MetadataKept(said["metadata"]),
        }
    )


def said_copy(made: Compressed) -> dict[str, Any]:
    """The copy, for json.dumps."""
    return {**asdict(made), "path": made.path.name}


def read_copy(said: dict[str, Any], into: Path) -> Compressed:
    """The copy that was said to lie in the folder `into`."""
    return Compressed(**{**said, "path": into / said["path"]})
