"""The eight ways a picture can lie, as EXIF counts them, and where a part of it was before it was turned."""

from typing import TypeAlias

from PIL import Image

Box: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom
Size: TypeAlias = tuple[int, int]
_Turn = Image.Transpose

# What makes a picture of this orientation upright.
TURNS = {
    2: _Turn.FLIP_LEFT_RIGHT,
    3: _Turn.ROTATE_180,
    4: _Turn.FLIP_TOP_BOTTOM,
    5: _Turn.TRANSPOSE,
    6: _Turn.ROTATE_270,
    7: _Turn.TRANSVERSE,
    8: _Turn.ROTATE_90,
}
CLOCKWISE = {90: _Turn.ROTATE_270, 180: _Turn.ROTATE_180, 270: _Turn.ROTATE_90}  # Pillow turns the other way round
_EXCHANGING = (_Turn.TRANSPOSE, _Turn.TRANSVERSE, _Turn.ROTATE_90, _Turn.ROTATE_270)
_FROM_RIGHT = (_Turn.FLIP_LEFT_RIGHT, _Turn.ROTATE_180, _Turn.ROTATE_90, _Turn.TRANSVERSE)
_FROM_BOTTOM = (_Turn.FLIP_TOP_BOTTOM, _Turn.ROTATE_180, _Turn.ROTATE_270, _Turn.TRANSVERSE)


def turned_size(size: Size, turn: Image.Transpose) -> Size:
    """What a turn makes of a size, or of the size before it: both are the same."""
    return (size[1], size[0]) if turn in _EXCHANGING else size


def before_turn(box: Box, turn: Image.Transpose, size: Size) -> Box:
    """Where the part `box` of a turned picture was in the picture of that size before it was turned."""
    left, top, right, bottom = box
    if turn in _EXCHANGING:
        left, top, right, bottom = top, left, bottom, right
    if turn in _FROM_RIGHT:
        left, right = size[0] - right, size[0] - left
    if turn in _FROM_BOTTOM:
        top, bottom = size[1] - bottom, size[1] - top
    return left, top, right, bottom
