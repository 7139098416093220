"""Reads the marker segments of a JPEG up to its next scan, and remembers the tables they define."""

from dataclasses import dataclass

from ui.rooms.client.jpeg.frame import Frame, read_frame
from ui.rooms.client.jpeg.huffman import Codes, codes
from ui.rooms.client.jpeg.refused import BadCoding

_SOF0, _SOF1, _SOF2, _DHT, _EOI, _SOS, _DQT, _DRI = 0xC0, 0xC1, 0xC2, 0xC4, 0xD9, 0xDA, 0xDB, 0xDD
_ALONE = {0x01, *range(0xD0, 0xD9)}
_REFUSED = {*range(0xC3, 0xD0), 0xDC} - {_DHT, 0xC8}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A component of a scan by its place in the frame, with its tables."""

    component: int
    dc: Codes
    ac: Codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """`first`–`last` is the band of frequencies in listed order, `high` and `low` the bit planes."""

    parts: list[Part]
    first: int
    last: int
    high: int
    low: int
    restart: int


class Headers:
    """What has been defined up to `at`."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.quantisation: dict[int, list[int]] = {}
        self._tables: dict[int, Codes] = {}
        self._frame: Frame | None = None
        self._restart = 0

    @property
    def frame(self) -> Frame:
        """Raises BadCoding when there has been none."""
        if self._frame is None:
            raise BadCoding("headers without a frame")
        return self._frame

    def next_scan(self) -> Scan | None:
        """Read on to behind the next scan header, or behind the end marker: None. Raises BadCoding."""
        data = self.data
        while True:
            # What stands between segments is a fill byte or rubbish that decoders pass over.
            while self.at + 1 < len(data) and (data[self.at] != 0xFF or data[self.at + 1] in {0, 0xFF}):
                self.at += 1
            if self.at + 1 >= len(data):
                raise BadCoding("headers without an end")
            marker = data[self.at + 1]
            self.at += 2
            if marker == _EOI:
                return None
            if marker in _ALONE:
                continue
            segment = self._segment()
            if marker == _SOS:
                return self._scan(segment)
            self._take(marker, segment)

    def _segment(self) -> bytes:
        end = self.at + int.from_bytes(self.data[self.at : self.at + 2], "big")
        if not self.at + 2 <= end <= len(self.data):
            raise BadCoding("a segment")
        segment = self.data[self.at + 2 : end]
        self.at = end
        return segment

    def _take(self, marker: int, segment: bytes) -> None:
        if marker == _DHT:
            self._huffman(segment)
        elif marker == _DQT:
            self._quantise(segment)
        elif marker == _DRI:
            self._restart = int.from_bytes(segment[:2], "big")
        elif marker in {_SOF0, _SOF1, _SOF2}:
            self._frame = read_frame(segment, progressive=marker == _SOF2)
        elif marker in _REFUSED:
            raise BadCoding("a kind of JPEG")

    def _huffman(self, segment: bytes) -> None:
        while segment:
            counts = segment[1:17]
            end = 17 + sum(counts)
            self._tables[segment[0]] = codes(counts, segment[17:end])
            segment = segment[end:]

    def _quantise(self, segment: bytes) -> None:
        while segment:
            size = 2 if segment[0] >> 4 else 1
            steps = segment[1 : 1 + 64 * size]
            if len(steps) != 64 * size:
                raise BadCoding("a quantisation table")
            self.quantisation[segment[0] & 15] = [
                int.from_bytes(steps[at : at + size], "big") for at in range(0, len(steps), size)
            ]
            segment = segment[1 + 64 * size :]

    def _scan(self, segment: bytes) -> Scan:
        if len(segment) < 6 or len(segment) != 4 + 2 * segment[0]:
            raise BadCoding("a scan")
        places = {one.id: place for place, one in reversed(list(enumerate(self.frame.components)))}
        fields = [(segment[at], *divmod(segment[at + 1], 16)) for at in range(1, len(segment) - 3, 2)]
        if any(id not in places for id, _, _ in fields):
            raise BadCoding("a scan")
        parts = [
            Part(component=places[id], dc=self._tables.get(dc, {}), ac=self._tables.get(16 + ac, {}))
            for id, dc, ac in fields
        ]
        first, last, planes = segment[-3:]
        high, low = divmod(planes, 16)
        if last > 63 or (first and len(parts) > 1):
            raise BadCoding("a scan")
        return Scan(parts=parts, first=first, last=last, high=high, low=low, restart=self._restart)
