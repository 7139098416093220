"""The first coefficient of a block, its mean, as how far it is from what the borders demand."""

from ui.rooms.client.jpeg.block import Block
from ui.rooms.client.jpeg.borders import LEFT, STEEPER
from ui.rooms.client.jpeg.buckets import COUNTS, EXPECTED, count_class, expectation
from ui.rooms.client.jpeg.coder import contexts, weight_sets
from ui.rooms.client.jpeg.magnitude import STEPS, magnitude
from ui.rooms.client.jpeg.refused import BadCoding

_LARGEST = 2047
_DOUBTS = 16
_BLENDS = 28
_ZERO_BY_DOUBT = contexts(2 * _DOUBTS)
_ZERO_BY_COUNT = contexts(2 * COUNTS)
_ZERO_BY_MISSES = contexts(2 * EXPECTED)
_ZERO_WEIGHTS = weight_sets(2)
_SIGN = contexts(2 * _DOUBTS)
_SIZE_BY_DOUBT = contexts(2 * _DOUBTS * STEPS)
_SIZE_BY_COUNT = contexts(2 * COUNTS * STEPS)
_SIZE_BY_MISSES = contexts(2 * EXPECTED * STEPS)
_SIZE_WEIGHTS = weight_sets(2 * STEPS)


def mean(block: Block, misses: int) -> int:
    """Decode it; `misses` is how far off the blocks above and to the left were, and so is what is given back."""
    smooth, steep, doubt = _guesses(block)
    eighths = block.blends.blend(_BLENDS + block.kind, smooth, steep)
    guess = (eighths + 4) >> 3
    miss = _missed(block, min(_DOUBTS - 1, doubt.bit_length()), misses, eighths - guess * 8)
    value = guess + miss
    if not -_LARGEST <= value <= _LARGEST:
        raise BadCoding("a mean")
    block.know(0, value)
    if block.above or block.beside:
        block.blends.learn(_BLENDS + block.kind, smooth, steep, value * 8)
    return abs(miss)


def _guesses(block: Block) -> tuple[int, int, int]:
    borders = block.borders
    views = [view for view, there in ((0, block.above), (LEFT, block.beside)) if there]
    smooth = [borders.demanded(view, 0) for view in views]
    steep = [borders.demanded(view + STEEPER, 0) for view in views]
    doubt = sum(abs(borders.demanded(view + n, 0)) for view in views for n in range(1, 8))
    both = len(views) == 2
    if both:
        doubt = (doubt >> 1) + abs(smooth[1] - smooth[0])
    return sum(smooth) >> both, sum(steep) >> both, doubt


def _missed(block: Block, doubt: int, misses: int, rest: int) -> int:
    coder, kind = block.coder, block.kind
    doubt_site = kind * _DOUBTS + doubt
    count_site = kind * COUNTS + count_class(block.count)
    miss_site = kind * EXPECTED + expectation(misses)
    zero = (_ZERO_BY_DOUBT + doubt_site, _ZERO_BY_COUNT + count_site, _ZERO_BY_MISSES + miss_site)
    if not coder.bit(*zero, _ZERO_WEIGHTS + kind):
        return 0
    negative = coder.plain_bit(_SIGN + doubt_site)
    first = (
        _SIZE_BY_DOUBT + doubt_site * STEPS,
        _SIZE_BY_COUNT + count_site * STEPS,
        _SIZE_BY_MISSES + miss_site * STEPS,
    )
    size = magnitude(coder, first, _SIZE_WEIGHTS + kind * STEPS, 4 + kind, -rest if negative else rest)
    return -size if negative else size
