"""The 7 coefficients of a block that have only one frequency: along its upper or along its left border."""

from dataclasses import dataclass

from ui.rooms.client.jpeg.block import Block
from ui.rooms.client.jpeg.borders import LEFT, STEEPER
from ui.rooms.client.jpeg.buckets import AMOUNTS, COUNTS, EXPECTED, amount, count_class, expectation
from ui.rooms.client.jpeg.coder import contexts, weight_sets
from ui.rooms.client.jpeg.magnitude import STEPS, magnitude
from ui.rooms.client.jpeg.zigzag import LISTED

_MOST_SUM = 8
_SUMS = _MOST_SUM + 1
_COUNT_BY_INNER = contexts(4 * 8 * COUNTS * 8)
_COUNT_BY_SUM = contexts(4 * 8 * AMOUNTS * 8)
_COUNT_BY_DEMAND = contexts(4 * 8 * 2 * 8)
_COUNT_WEIGHTS = weight_sets(4 * 8)
_ZERO_BY_SMOOTH = contexts(28 * EXPECTED * 8)
_ZERO_BY_STEEP = contexts(28 * EXPECTED * _SUMS)
_ZERO_BY_AROUND = contexts(28 * 8 * AMOUNTS)
_ZERO_WEIGHTS = weight_sets(28)
_SIGN_BY_SMOOTH = contexts(28 * EXPECTED * 2)
_SIGN_BY_STEEP = contexts(28 * EXPECTED * 2)
_SIGN_BY_SUM = contexts(28 * _SUMS * 2)
_SIGN_WEIGHTS = weight_sets(28)
_SIZE_BY_SMOOTH = contexts(28 * EXPECTED * 8 * STEPS)
_SIZE_BY_STEEP = contexts(2 * EXPECTED * AMOUNTS * AMOUNTS * STEPS)
_SIZE_BY_SUM = contexts(28 * _SUMS * 8 * COUNTS * STEPS)
_SIZE_WEIGHTS = weight_sets(28 * STEPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Demand:
    """What the borders demand of one coefficient, in eighths: by the smooth view, the steep one and between them."""

    smooth: int
    steep: int
    expected: int


def edge(block: Block, side: int, usual: int, other: int) -> int:
    """Decode one edge, 0 the upper and 1 the left one; gives how many are not zero.

    `usual` is how many the blocks beside have there, `other` whether the edge before has any.
    """
    sort = block.kind * 2 + side
    demands = [_demand(block, side, n) for n in range(1, 8)]
    likely = sum(not -4 < demand.expected < 4 for demand in demands)
    total = left = _count(block, sort, usual, likely * 2 + other)
    before = 0
    for n, demand in enumerate(demands, 1):
        if left <= 0:
            break
        z = LISTED[n * 8 if side else n]
        value = _value(block, sort * 7 + n - 1, demand, left, before, around_class=amount(block.near(z)))
        if value:
            block.know(z, value)
            block.blends.learn(sort * 7 + n - 1, demand.smooth, demand.steep, value * 8)
            before = min(_MOST_SUM, before + abs(value))
            left -= 1
    return total


def _demand(block: Block, side: int, n: int) -> _Demand:
    view, z = (LEFT + n, LISTED[n * 8]) if side else (n, LISTED[n])
    if not (block.beside if side else block.above):
        return _Demand(smooth=0, steep=0, expected=0)
    smooth, steep = block.borders.demanded(view, z), block.borders.demanded(view + STEEPER, z)
    place = (block.kind * 2 + side) * 7 + n - 1
    return _Demand(smooth=smooth, steep=steep, expected=block.blends.blend(place, smooth, steep))


def _count(block: Block, sort: int, usual: int, demand: int) -> int:
    a = _COUNT_BY_INNER + ((sort * 8 + usual) * COUNTS + count_class(block.count)) * 8
    b = _COUNT_BY_SUM + ((sort * 8 + usual) * AMOUNTS + amount(block.total << 1)) * 8
    c = _COUNT_BY_DEMAND + (sort * 16 + demand) * 8
    weights = _COUNT_WEIGHTS + sort * 8
    if not block.coder.bit(a, b, c, weights):
        return 0
    node = 1
    for _ in range(3):
        node = node << 1 | block.coder.bit(a + node, b + node, c + node, weights + node)
    return node - 8


def _value(block: Block, site: int, demand: _Demand, left: int, before: int, *, around_class: int) -> int:
    coder, kind = block.coder, block.kind
    steep_class = expectation(demand.steep)
    smooth_site, steep_site = site * EXPECTED + expectation(demand.smooth), site * EXPECTED + steep_class
    sum_site = site * _SUMS + before
    some = coder.bit(
        _ZERO_BY_SMOOTH + smooth_site * 8 + left,
        _ZERO_BY_STEEP + steep_site * _SUMS + before,
        _ZERO_BY_AROUND + (site * 8 + left) * AMOUNTS + around_class,
        _ZERO_WEIGHTS + site,
    )
    if not some:
        return 0
    negative = coder.bit(
        _SIGN_BY_SMOOTH + smooth_site * 2 + (demand.smooth < 0),
        _SIGN_BY_STEEP + steep_site * 2 + (demand.steep < 0),
        _SIGN_BY_SUM + sum_site * 2 + (demand.expected < 0),
        _SIGN_WEIGHTS + site,
    )
    steep = ((kind * EXPECTED + steep_class) * AMOUNTS + around_class) * AMOUNTS + amount(block.total << 1)
    first = (
        _SIZE_BY_SMOOTH + (smooth_site * 8 + left) * STEPS,
        _SIZE_BY_STEEP + steep * STEPS,
        _SIZE_BY_SUM + ((sum_site * 8 + left) * COUNTS + count_class(block.count)) * STEPS,
    )
    expected = -demand.expected if negative else demand.expected
    size = magnitude(coder, first, _SIZE_WEIGHTS + site * STEPS, 2 + kind, expected)
    return -size if negative else size
