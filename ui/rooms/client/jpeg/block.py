"""The block that is being decoded: its place, what it has in common with the blocks around it, what is known of it."""

from collections.abc import MutableSequence
from dataclasses import dataclass, field

from ui.rooms.client.jpeg.blend import Blends
from ui.rooms.client.jpeg.borders import Borders
from ui.rooms.client.jpeg.coder import Coder


@dataclass(slots=True, kw_only=True)
class Block:
    """`around` holds the places of the blocks to the left, above, above left and above right, or of their substitutes.

    `count` is how many inner coefficients are not zero, `total` the sum of their magnitudes.
    """

    coder: Coder
    plane: MutableSequence[int]
    borders: Borders
    blends: Blends
    kind: int
    place: int = 0
    above: bool = False
    beside: bool = False
    around: tuple[int, ...] = field(default=(0, 0, 0, 0))
    count: int = 0
    total: int = 0

    def near(self, z: int) -> int:
        """The mean of the magnitudes around, in eighths; the nearer two weigh twice as much."""
        left, above, corner, right = (abs(self.plane[place + z]) for place in self.around)
        return (11 * (left + above) + 5 * (corner + right)) >> 2

    def know(self, z: int, value: int) -> None:
        """A coefficient has been decoded."""
        self.plane[self.place + z] = value
        self.borders.show(z, value)
