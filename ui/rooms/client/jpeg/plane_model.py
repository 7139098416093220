"""The blocks of a band of one component, row after row: inner coefficients, edges, mean."""

from collections.abc import MutableSequence, Sequence

from ui.rooms.client.jpeg.blend import Blends
from ui.rooms.client.jpeg.block import Block
from ui.rooms.client.jpeg.borders import LEFT, Borders
from ui.rooms.client.jpeg.coder import Coder
from ui.rooms.client.jpeg.edge import edge
from ui.rooms.client.jpeg.inner import inner_count, inner_values
from ui.rooms.client.jpeg.mean import mean


class _RowAbove:
    """What is kept of the row above, replaced from the left by that of this row."""

    __slots__ = ("inner", "lefts", "lower", "misses", "upper")

    def __init__(self, stride: int) -> None:
        self.inner = [0] * stride
        self.upper = [0] * stride
        self.lefts = [0] * stride
        self.misses = [0] * stride
        self.lower = [[0] * LEFT for _ in range(stride)]


def decode_plane(
    coder: Coder, plane: MutableSequence[int], size: tuple[int, int], quantisation: Sequence[int], kind: int
) -> None:
    """Fill a plane of `size` blocks in a row and rows.

    It holds the coefficients in listed order, block after block, and a block of zeros behind them.
    """
    stride, rows = size
    block = Block(coder=coder, plane=plane, borders=Borders(quantisation), blends=Blends(), kind=kind)
    before = _RowAbove(stride)
    for row in range(rows):
        corner = 0
        for column in range(stride):
            block.place = (row * stride + column) * 64
            block.above, block.beside = row > 0, column > 0
            block.around = _around(block, column, stride, rows)
            block.borders.meet(before.lower[column])
            corner = _decode_block(block, before, column, corner)
            before.lower[column] = block.borders.onward[:LEFT]


def _around(block: Block, column: int, stride: int, rows: int) -> tuple[int, int, int, int]:
    up = block.place - stride * 64
    left = block.place - 64 if block.beside else up if block.above else stride * rows * 64
    above = up if block.above else left
    corner = up - 64 if block.above and block.beside else above
    return left, above, corner, up + 64 if block.above and column < stride - 1 else left


def _decode_block(block: Block, before: _RowAbove, column: int, corner: int) -> int:
    """Gives how many inner coefficients of the block above are not zero, the next block's corner."""
    left = column - 1 if block.beside else column
    up = column if block.above else left
    above_count = before.inner[up]
    left_count = before.inner[left] if block.beside else above_count
    corner_count = corner if block.above and block.beside else (left_count + above_count + 1) >> 1
    block.count = inner_count(block, left_count, above_count, corner_count)
    inner_values(block)
    upper_usual = (before.upper[up] + before.upper[left] + 1) >> 1
    left_usual = (before.lefts[up] + before.lefts[left] + 1) >> 1
    before.upper[column] = edge(block, 0, upper_usual, 0)
    before.lefts[column] = edge(block, 1, left_usual, 1 if before.upper[column] else 0)
    missed = (before.misses[column] if block.above else 0) + (before.misses[left] if block.beside else 0)
    before.misses[column] = mean(block, missed)
    next_corner, before.inner[column] = before.inner[column], block.count
    return next_corner
