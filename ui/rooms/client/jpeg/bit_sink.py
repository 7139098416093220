"""Writes the bits of scans into the file that comes back, whose length is known."""

from ui.rooms.client.jpeg.huffman import Codes
from ui.rooms.client.jpeg.pads import PadSource
from ui.rooms.client.jpeg.refused import BadCoding


class BitSink:
    """Grows up to `length` bytes; more raise BadCoding."""

    def __init__(self, length: int) -> None:
        self.data = bytearray()
        self._length = length
        self._bits = 0
        self._count = 0

    def put(self, bits: int, count: int) -> None:
        """So many bits of this value."""
        self._bits = self._bits << count | bits
        self._count += count
        while self._count >= 8:
            self._count -= 8
            byte = self._bits >> self._count
            self._bits &= (1 << self._count) - 1
            self.copy(bytes((byte, 0)) if byte == 0xFF else bytes((byte,)))

    def code(self, table: Codes, symbol: int) -> None:
        """The symbol's code. Raises BadCoding when it has none."""
        if symbol not in table:
            raise BadCoding("a symbol")
        self.put(*table[symbol])

    def value(self, table: Codes, run: int, value: int) -> None:
        """A value as JPEG writes it: its size as a symbol, with the run in front of it, and its bits."""
        size = abs(value).bit_length()
        self.code(table, run << 4 | size)
        self.put((value - 1 if value < 0 else value) & ((1 << size) - 1), size)

    def end_segment(self, pads: PadSource) -> None:
        """Fill the last byte."""
        free = -self._count & 7
        self.put(pads.next(free), free)

    def copy(self, data: bytes) -> None:
        """Bytes as they are."""
        self.data += data
        if len(self.data) > self._length:
            raise BadCoding("longer than said")
