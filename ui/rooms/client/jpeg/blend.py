"""Finds out how far to go from one expectation towards another, from how well both did so far."""

_FARTHEST = 1023
_HALF = 1 << 31


class Blends:
    """Per place the means of (second − first)² and of (second − first) × (value − first)."""

    __slots__ = ("_products", "_squares")

    def __init__(self) -> None:
        self._squares = [1024] * 32
        self._products = [512] * 32

    def blend(self, place: int, first: int, second: int) -> int:
        """Between the two, or beyond."""
        product, divisor = self._products[place], (self._squares[place] >> 8) + 1
        share = product // divisor if product >= 0 else -(-product // divisor)
        return first + (((((second - first) * share + _HALF) & 0xFFFFFFFF) - _HALF) >> 8)

    def learn(self, place: int, first: int, second: int, value: int) -> None:
        """`value` is what came."""
        across = _within(second - first)
        self._squares[place] += (4 * across * across - self._squares[place]) >> 7
        self._products[place] += (4 * across * _within(value - first) - self._products[place]) >> 7


def _within(distance: int) -> int:
    return min(_FARTHEST, max(-_FARTHEST, distance))
