"""Writes the coefficients of a sequential scan back as Huffman codes."""

from collections.abc import Iterable

from ui.rooms.client.jpeg.bit_sink import BitSink
from ui.rooms.client.jpeg.headers import Scan
from ui.rooms.client.jpeg.pads import PadSource
from ui.rooms.client.jpeg.scan_walk import RESTART


class SequentialWriter:
    """One scan; what it writes goes on from band to band."""

    def __init__(self, scan: Scan, sink: BitSink, pads: PadSource) -> None:
        self._scan = scan
        self._sink = sink
        self._pads = pads
        self._before = [0] * len(scan.parts)

    def write(self, walk: Iterable[tuple[int, int]], planes: list[list[int]]) -> None:
        """The blocks of a walk, from the planes of the frame's components. Raises BadCoding."""
        for part, place in walk:
            if part == RESTART:
                self.end()
                self._sink.copy(bytes((0xFF, 0xD0 + (place & 7))))
                self._before = [0] * len(self._scan.parts)
            else:
                self._block(part, planes[self._scan.parts[part].component][place : place + 64])

    def end(self) -> None:
        """End the scan or what comes before a restart."""
        self._sink.end_segment(self._pads)

    def _block(self, part: int, values: list[int]) -> None:
        sink, ac = self._sink, self._scan.parts[part].ac
        sink.value(self._scan.parts[part].dc, 0, values[0] - self._before[part])
        self._before[part] = values[0]
        run = 0
        for value in values[1:]:
            if not value:
                run += 1
                continue
            for _ in range(run >> 4):
                sink.code(ac, 0xF0)
            sink.value(ac, run & 15, value)
            run = 0
        if run:
            sink.code(ac, 0)
