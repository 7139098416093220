"""The sizes of the ladder of renditions: about 2048, then 1280, 640 and 320 pixels on the longest side."""

LARGEST = 2048
# A JPEG decoded at a half is its own top rung within these bounds: 2016 of 4032, 2304 of 4608, 1632 of 3264.
# Making 2048 of it would cost a third of a whole decode and some sharpness.
SMALLEST_TOP = 1600
LARGEST_TOP = 2304
_LOWER = (1280, 640, 320)


def top_rung(decoded: tuple[int, int], full: tuple[int, int]) -> tuple[int, int]:
    """The size of the largest rendition, of a picture of size `full` that lies decoded at a size `decoded`."""
    if max(decoded) <= LARGEST or (decoded != full and max(decoded) <= LARGEST_TOP):
        return decoded
    return fitting(full, LARGEST)


def lower_rungs(full: tuple[int, int], top: tuple[int, int]) -> list[tuple[int, int]]:
    """The sizes below the largest, each smaller than it."""
    return [fitting(full, longest) for longest in _LOWER if longest < max(top)]


def fitting(full: tuple[int, int], longest: int) -> tuple[int, int]:
    """`full` with its longest side made `longest`, the other rounded, at least 1."""
    most = max(full)
    width, height = (max(1, (2 * side * longest + most) // (2 * most)) for side in full)
    return width, height
