"""What a block shows at its borders, by frequency along the border, and what its neighbours show there.

Described in docs/jpeg-coder.md. Places in the lists: upper smooth 0–7, upper steep 8–15, left smooth 16–23, left steep
24–31.
"""

from collections.abc import Sequence

from ui.rooms.client.jpeg.zigzag import NATURAL

_SMOOTH = (1448, 2009, 1892, 1703, 1448, 1138, 784, 400)
_STEEP = (1448, 2162, 2446, 2754, 2896, 2711, 2122, 1168)
_UNIT = 181
_LARGEST = 32767
LEFT = 16
STEEPER = 8


class Borders:
    """`here` is shown by the block at its upper and left border, `onward` at the others, `across` by its neighbours."""

    __slots__ = ("_steps", "across", "here", "onward")

    def __init__(self, quantisation: Sequence[int]) -> None:
        self._steps = [step or 1 for step in quantisation]
        self.here = [0] * 32
        self.across = [0] * 32
        self.onward = [0] * 32

    def show(self, z: int, value: int) -> None:
        """A coefficient is known now; `z` is its place in the list."""
        amplitude = min(_LARGEST, max(-_LARGEST, value * self._steps[z]))
        row, column = divmod(NATURAL[z], 8)
        for view, weights in ((0, _SMOOTH), (STEEPER, _STEEP)):
            down, right = amplitude * weights[row], amplitude * weights[column]
            self.here[view + column] += down
            self.here[LEFT + view + row] += right
            self.onward[view + column] += -down if row & 1 else down
            self.onward[LEFT + view + row] += -right if column & 1 else right

    def demanded(self, view: int, z: int) -> int:
        """What a coefficient has to be for this view of the border to have no jump, in eighths."""
        jump = self.across[view] - self.here[view]
        unit = _UNIT * self._steps[z]
        return jump // unit if jump >= 0 else -(-jump // unit)

    def meet(self, lower: Sequence[int]) -> None:
        """Begin a block below one that shows this at its lower border."""
        self.across = [*lower, *self.onward[LEFT:]]
        self.here = [0] * 32
        self.onward = [0] * 32
