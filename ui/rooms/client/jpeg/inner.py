"""The 49 coefficients of a block that have both frequencies: how many are not zero, then each up to the last."""

from ui.rooms.client.jpeg.block import Block
from ui.rooms.client.jpeg.buckets import AMOUNTS, AVERAGES, COUNTS, amount, average_class, count_class
from ui.rooms.client.jpeg.coder import contexts, weight_sets
from ui.rooms.client.jpeg.magnitude import STEPS, magnitude
from ui.rooms.client.jpeg.refused import BadCoding
from ui.rooms.client.jpeg.zigzag import LISTED, NATURAL

_INNER = [z for z in range(64) if NATURAL[z] > 7 and NATURAL[z] & 7]


def _before(z: int) -> tuple[int, int, int, int]:
    row, column = divmod(NATURAL[z], 8)

    def earliest(*places: tuple[int, int]) -> int:
        found = (LISTED[y * 8 + x] for y, x in places if 0 < y < 8 and 0 < x < 8 and LISTED[y * 8 + x] < z)
        return next(found, z)

    beside, above = (row, column - 1), (row - 1, column)
    return (
        earliest(beside, above),
        earliest(above, beside),
        earliest((row - 1, column - 1), beside, above),
        earliest((row + 1, column - 1), (row - 1, column + 1), beside, above),
    )


_BEFORE = {z: _before(z) for z in _INNER}
_COUNT_BY_AVERAGE = contexts(2 * AVERAGES * 64)
_COUNT_BY_BOTH = contexts(2 * COUNTS * COUNTS * 64)
_COUNT_BY_CORNER = contexts(2 * COUNTS * 64)
_COUNT_WEIGHTS = weight_sets(2 * 64)
_ZERO_BY_AROUND = contexts(2 * 49 * AMOUNTS * COUNTS)
_ZERO_BY_BEFORE = contexts(2 * 49 * AMOUNTS * 6)
_ZERO_BY_LEFT = contexts(2 * 49 * 50)
_ZERO_WEIGHTS = weight_sets(2 * 49)
_SIZE_BY_LEFT = contexts(2 * 49 * COUNTS * STEPS)
_SIZE_BY_BEFORE = contexts(2 * 49 * AMOUNTS * STEPS)
_SIZE_BY_BOTH = contexts(2 * AMOUNTS * AMOUNTS * COUNTS * STEPS)
_SIZE_WEIGHTS = weight_sets(2 * 49 * STEPS)


def inner_count(block: Block, left: int, above: int, corner: int) -> int:
    """How many are not zero, given how many there are in the blocks around. Raises BadCoding."""
    kind, coder = block.kind, block.coder
    a = _COUNT_BY_AVERAGE + (kind * AVERAGES + average_class((left + above + 1) >> 1)) * 64
    b = _COUNT_BY_BOTH + ((kind * COUNTS + count_class(left)) * COUNTS + count_class(above)) * 64
    c = _COUNT_BY_CORNER + (kind * COUNTS + count_class(corner)) * 64
    weights = _COUNT_WEIGHTS + kind * 64
    if not coder.bit(a, b, c, weights):
        return 0
    node = 1
    for _ in range(6):
        node = node << 1 | coder.bit(a + node, b + node, c + node, weights + node)
    if node - 64 > 49:
        raise BadCoding("a count")
    return node - 64


def inner_values(block: Block) -> None:
    """Those of the block, as many as its `count` says; leaves the sum of their magnitudes in `total`."""
    left, block.total = block.count, 0
    for k, z in enumerate(_INNER):
        if left <= 0:
            return
        value = _value(block, k, z, left)
        if value:
            block.know(z, value)
            block.total += abs(value)
            left -= 1


def _value(block: Block, k: int, z: int, left: int) -> int:
    coder, kind = block.coder, block.kind
    around = block.near(z)
    around_class, before_class = amount(around), amount(_before_in(block, z) if k else 0)
    site, left_class = kind * 49 + k, count_class(left)
    some = coder.bit(
        _ZERO_BY_AROUND + (site * AMOUNTS + around_class) * COUNTS + left_class,
        _ZERO_BY_BEFORE + (site * AMOUNTS + before_class) * 6 + min(5, around_class),
        _ZERO_BY_LEFT + site * 50 + left,
        _ZERO_WEIGHTS + site,
    )
    if not some:
        return 0
    both = ((kind * AMOUNTS + before_class) * AMOUNTS + around_class) * COUNTS + count_class(block.count)
    first = (
        _SIZE_BY_LEFT + (site * COUNTS + left_class) * STEPS,
        _SIZE_BY_BEFORE + (site * AMOUNTS + before_class) * STEPS,
        _SIZE_BY_BOTH + both * STEPS,
    )
    size = magnitude(coder, first, _SIZE_WEIGHTS + site * STEPS, kind, around)
    return -size if coder.even_bit() else size


def _before_in(block: Block, z: int) -> int:
    beside, above, corner, diagonal = (abs(block.plane[block.place + other]) for other in _BEFORE[z])
    return 4 * (beside + above) + 2 * (corner + diagonal)
