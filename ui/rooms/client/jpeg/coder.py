"""Decodes one bit after another: a binary range decoder that mixes what three contexts expect."""

from ui.rooms.client.jpeg.logistic import MOST_STRETCHED, RATES, SQUASHED, STRETCHED
from ui.rooms.client.jpeg.refused import BadCoding

_MOST_MET = 400
_EVEN = 1 << 31
_FIRST_WEIGHT = 26000
_ALL = 0xFFFFFFFF
_PROBABILITY = 0xFFFFFC00
_taken = {"contexts": 0, "weights": 0}


def contexts(count: int) -> int:
    """Take so many contexts for good; gives the first one."""
    _taken["contexts"] += count
    return _taken["contexts"] - count


def weight_sets(count: int) -> int:
    """Take so many sets of three weights for good; gives the first one."""
    _taken["weights"] += count
    return _taken["weights"] - count


class Coder:
    """One band, with nothing learnt at its beginning. Raises BadCoding when it is too short."""

    __slots__ = ("_at", "_band", "_code", "_range", "_seen", "_weights")

    def __init__(self, band: bytes) -> None:
        self._band = band
        self._at = 4
        self._code = int.from_bytes(band[:4], "big")
        self._range = _ALL
        # Per context the probability of a 1 in the upper 22 bits, and how often it was met in the lower 10.
        self._seen = [_EVEN] * _taken["contexts"]
        self._weights = [[_FIRST_WEIGHT] * 3 for _ in range(_taken["weights"])]
        if len(band) < 4:
            raise BadCoding("a band's length")

    def bit(self, a: int, b: int, c: int, weights: int) -> int:
        """A bit of which three contexts expect something."""
        seen = self._seen
        inputs = (STRETCHED[seen[a] >> 20], STRETCHED[seen[b] >> 20], STRETCHED[seen[c] >> 20])
        weighed = self._weights[weights]
        dot = weighed[0] * inputs[0] + weighed[1] * inputs[1] + weighed[2] * inputs[2]
        dot = (((dot + _EVEN) & _ALL) - _EVEN) >> 16
        p = SQUASHED[min(MOST_STRETCHED, max(-MOST_STRETCHED, dot)) + 2048]
        y = self._narrow(p)
        error = ((y << 16) - p) * 6
        for n in (0, 1, 2):
            weighed[n] += (inputs[n] * error + 0x80000) >> 20
        # As the contexts were before, also where two of them are the same one.
        for context, before in ((a, seen[a]), (b, seen[b]), (c, seen[c])):
            self._learn(context, before, y)
        return y

    def plain_bit(self, a: int) -> int:
        """A bit with a single context."""
        before = self._seen[a]
        y = self._narrow(min(65472, max(64, before >> 16)))
        self._learn(a, before, y)
        return y

    def even_bit(self) -> int:
        """A bit of which nothing is known."""
        return self._narrow(32768)

    def _learn(self, context: int, before: int, y: int) -> None:
        met = before & 1023
        step = (((y << 22) - (before >> 10)) >> 3) * RATES[met]
        moved = ((before & _PROBABILITY) + (step & _PROBABILITY)) & _ALL
        self._seen[context] = moved + min(met + 1, _MOST_MET)

    def _narrow(self, p: int) -> int:
        ones = (self._range >> 16) * p
        y = 1 if self._code < ones else 0
        if y:
            self._range = ones
        else:
            self._code -= ones
            self._range -= ones
        while self._range < 1 << 24:
            if self._at >= len(self._band):
                raise BadCoding("a band's length")
            self._code = (self._code << 8) & _ALL | self._band[self._at]
            self._range = (self._range << 8) & _ALL
            self._at += 1
        return y
