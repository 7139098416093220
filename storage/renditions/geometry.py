"""Which part of a stored picture a recipe wants, how large, and how to turn it then."""

from dataclasses import dataclass

from PIL import Image

from domain.media.compressions.recipe import CropOutside, Recipe
from storage.renditions.turning import CLOCKWISE, TURNS, Box, Size, before_turn, turned_size


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """`box` of the picture as it is stored becomes `stored_size`, then `turns` are made, one after another.

    That is the same as turning first, and turns fewer pixels.
    """

    box: Box
    stored_size: Size
    turns: tuple[Image.Transpose, ...]


def geometry(recipe: Recipe, orientation: int, stored: Size, *, longest_side: int) -> Geometry:
    """For a picture of a size `stored` with EXIF's orientation, no side longer than `longest_side` in the end.

    Raises CropOutside.
    """
    found = (TURNS.get(orientation), CLOCKWISE.get(recipe.rotate))
    turns = tuple(turn for turn in found if turn is not None)
    sizes = [stored]
    for turn in turns:
        sizes.append(turned_size(sizes[-1], turn))
    box = _cropped(recipe, sizes[-1])
    size = _fitted(recipe, (round(box[2] - box[0]), round(box[3] - box[1])), longest_side)
    for turn, before in zip(reversed(turns), reversed(sizes[:-1]), strict=True):
        box = before_turn(box, turn, before)
        size = turned_size(size, turn)
    return Geometry(box=box, stored_size=size, turns=turns)


def _cropped(recipe: Recipe, size: Size) -> Box:
    crop = recipe.crop
    if crop is None:
        return 0, 0, *size
    right, bottom = crop.x + crop.width, crop.y + crop.height
    if min(crop.x, crop.y) < 0 or min(crop.width, crop.height) < 1 or right > size[0] or bottom > size[1]:
        raise CropOutside(width=size[0], height=size[1])
    return crop.x, crop.y, right, bottom


def _fitted(recipe: Recipe, size: Size, longest_side: int) -> Size:
    """Inside the recipe's width and height; exactly as wide or as high where that side decides."""
    bounds = [(wanted, side) for wanted, side in ((recipe.width, size[0]), (recipe.height, size[1])) if wanted]
    if not recipe.enlarge or not bounds:
        bounds.append((1, 1))
    bounds.append((longest_side, max(size)))
    numerator, denominator = min(bounds, key=lambda bound: bound[0] / bound[1])
    width, height = (max(1, (2 * side * numerator + denominator) // (2 * denominator)) for side in size)
    return width, height
