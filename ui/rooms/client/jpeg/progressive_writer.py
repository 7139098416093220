"""Writes a progressive scan: one band of frequencies, or one more bit of it."""

from collections.abc import Iterable

from ui.rooms.client.jpeg.bit_sink import BitSink
from ui.rooms.client.jpeg.headers import Scan
from ui.rooms.client.jpeg.pads import PadSource
from ui.rooms.client.jpeg.run_ends import LONGEST_RUN, RunEnds
from ui.rooms.client.jpeg.scan_walk import RESTART


class ProgressiveWriter:
    """One scan."""

    def __init__(self, scan: Scan, sink: BitSink, pads: PadSource, ends: RunEnds) -> None:
        self._scan = scan
        self._sink = sink
        self._pads = pads
        self._ends = ends
        self._ac = scan.parts[0].ac
        self._before = [0] * len(scan.parts)
        self._run = 0
        self._waiting: list[int] = []  # bits that come behind the run's count

    def write(self, walk: Iterable[tuple[int, int]], planes: list[list[int]]) -> None:
        """The blocks of a walk, from the planes of the frame's components. Raises BadCoding."""
        scan = self._scan
        for part, place in walk:
            if part == RESTART:
                self.end()
                self._sink.copy(bytes((0xFF, 0xD0 + (place & 7))))
                self._before = [0] * len(scan.parts)
                continue
            plane = planes[scan.parts[part].component]
            if scan.first == 0:
                self._dc(part, plane[place])
            elif scan.high:
                self._refine(plane[place + scan.first : place + scan.last + 1])
            else:
                self._first(plane[place + scan.first : place + scan.last + 1])

    def end(self) -> None:
        """End the scan or what comes before a restart."""
        self._write_run()
        self._sink.end_segment(self._pads)

    def _dc(self, part: int, mean: int) -> None:
        value = mean >> self._scan.low
        if self._scan.high:
            self._sink.put(value & 1, 1)
            return
        self._sink.value(self._scan.parts[part].dc, 0, value - self._before[part])
        self._before[part] = value

    def _first(self, values: list[int]) -> None:
        zeros, said = 0, False
        for value in values:
            size = abs(value) >> self._scan.low
            if not size:
                zeros += 1
                continue
            if not said:
                self._write_run()
            said = True
            for _ in range(zeros >> 4):
                self._sink.code(self._ac, 0xF0)
            self._sink.value(self._ac, zeros & 15, -size if value < 0 else size)
            zeros = 0
        if zeros:
            self._go_on(said=said)

    def _refine(self, values: list[int]) -> None:
        sink = self._sink
        sizes = [abs(value) >> self._scan.low for value in values]
        last = max((n for n, size in enumerate(sizes) if size == 1), default=-1)
        zeros = 0
        corrections: list[int] = []
        if last >= 0:
            self._write_run()
        for n, size in enumerate(sizes):
            if size == 0:
                zeros += 1
                continue
            while zeros > 15 and n <= last:
                sink.code(self._ac, 0xF0)
                corrections = self._put(corrections)
                zeros -= 16
            if size > 1:
                corrections.append(size & 1)
                continue
            sink.code(self._ac, zeros << 4 | 1)
            sink.put(0 if values[n] < 0 else 1, 1)
            corrections = self._put(corrections)
            zeros = 0
        if zeros or corrections:
            self._go_on(said=last >= 0)
            self._waiting += corrections

    def _put(self, bits: list[int]) -> list[int]:
        for bit in bits:
            self._sink.put(bit, 1)
        return []

    def _go_on(self, *, said: bool) -> None:
        """The block has nothing more to say."""
        if not said and self._run:
            full = self._run == LONGEST_RUN
            if full or self._ends.next(self._run, len(self._waiting)):
                self._write_run()
        self._run += 1

    def _write_run(self) -> None:
        if not self._run:
            return
        size = self._run.bit_length() - 1
        self._sink.code(self._ac, size << 4)
        self._sink.put(self._run & ((1 << size) - 1), size)
        self._run = 0
        self._waiting = self._put(self._waiting)
