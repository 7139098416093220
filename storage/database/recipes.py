"""The key by which a recipe's copy is found again."""

import hashlib
import json

from domain.media.compressions.recipe import Recipe
from domain.media.compressions.written_recipe import recipe_values


def recipe_key(recipe: Recipe) -> str:
    """64 hexadecimal digits, the same for equal recipes whatever the order of their options."""
    text = json.dumps(recipe_values(recipe), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
