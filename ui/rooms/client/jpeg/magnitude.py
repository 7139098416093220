"""How large a value is that is not zero: its number of bits as a row of yes and no, then the bits themselves."""

from ui.rooms.client.jpeg.coder import Coder, contexts

STEPS = 12
_DEPTHS = 6
_NEAREST = -12
_DISTANCES = 24
_LOWER_BITS = contexts(6 * STEPS * _DEPTHS * _DISTANCES)


def magnitude(coder: Coder, first: tuple[int, int, int], weights: int, kind: int, expected: int) -> int:
    """From 1; `first` are the first of STEPS contexts each, `expected` is in eighths, negative for the other sign."""
    a, b, c = first
    length = 1
    while length < STEPS - 1 and coder.bit(a + length, b + length, c + length, weights + length):
        length += 1
    value = 1
    context = _LOWER_BITS + (kind * STEPS + length) * _DEPTHS * _DISTANCES - _NEAREST
    for depth, place in enumerate(range(length - 2, -1, -1)):
        if depth >= _DEPTHS:
            value = value << 1 | coder.even_bit()
            continue
        middle = (value << 1 | 1) << (place + 3)
        distance = min(_NEAREST + _DISTANCES - 1, max(_NEAREST, (expected - middle) >> (place + 1)))
        value = value << 1 | coder.plain_bit(context + depth * _DISTANCES + distance)
    return value
