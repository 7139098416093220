"""Container → JPEG, as ui/rooms/page/jpeg/decode.js does it: slower by far, and from the same description."""

import hashlib
from itertools import pairwise

from ui.rooms.client.jpeg.bit_sink import BitSink
from ui.rooms.client.jpeg.bytes_model import decode_bytes
from ui.rooms.client.jpeg.coder import Coder
from ui.rooms.client.jpeg.container import unpack_container
from ui.rooms.client.jpeg.headers import Headers, Scan
from ui.rooms.client.jpeg.pads import PadSource
from ui.rooms.client.jpeg.plane_model import decode_plane
from ui.rooms.client.jpeg.progressive_writer import ProgressiveWriter
from ui.rooms.client.jpeg.refused import BadCoding
from ui.rooms.client.jpeg.run_ends import RunEnds
from ui.rooms.client.jpeg.scan_walk import walk_interleaved, walk_scan
from ui.rooms.client.jpeg.sequential_writer import SequentialWriter

_MOST_NESTED = 8
_COLOURS = {1, 2}  # components that share contexts of their own


def decode(packed: bytes, depth: int = 0) -> bytes:
    """The original, byte for byte; `depth` counts the JPEGs before this one in the same file. Raises BadCoding."""
    container = unpack_container(packed)
    if depth > _MOST_NESTED:
        raise BadCoding("nested too deeply")
    headers, tail, pads = _three(decode_bytes(container.side, container.side_length))
    sink = BitSink(container.length)
    writing = _Writing(headers, sink, PadSource(container.pad_mode, pads))
    writing.write(container.bands, container.ends)
    sink.copy(tail)
    if container.nested is not None:
        sink.copy(decode(container.nested, depth + 1))
    data = bytes(sink.data)
    if len(data) != container.length or hashlib.sha256(data).digest() != container.sha256:
        raise BadCoding("the hash")
    return data


def _three(packed: bytes) -> list[bytes]:
    """Headers, tail and pads, each behind its length."""
    parts: list[bytes] = []
    for _ in range(3):
        size = int.from_bytes(packed[:4], "big")
        if 4 + size > len(packed):
            raise BadCoding("side data")
        parts.append(packed[4 : 4 + size])
        packed = packed[4 + size :]
    return parts


class _Writing:
    def __init__(self, data: bytes, sink: BitSink, pads: PadSource) -> None:
        self._headers = Headers(data)
        self._sink = sink
        self._pads = pads

    def write(self, bands: list[bytes], ends: bytes) -> None:
        scan = self._next_scan()
        if scan is None:
            raise BadCoding("headers without a scan")
        frame = self._headers.frame
        if not frame.progressive and len(scan.parts) == len(frame.components):
            self._single(scan, bands)
        else:
            self._several(scan, bands, RunEnds(ends))
        if self._headers.at != len(self._headers.data):
            raise BadCoding("headers")

    def _next_scan(self) -> Scan | None:
        before = self._headers.at
        scan = self._headers.next_scan()
        self._sink.copy(self._headers.data[before : self._headers.at])
        return scan

    def _single(self, scan: Scan, bands: list[bytes]) -> None:
        """All is in one scan, whose bands are rows of MCUs."""
        frame = self._headers.frame
        borders = [n * frame.mcus_high // len(bands) for n in range(len(bands) + 1)]
        writer = SequentialWriter(scan, self._sink, self._pads)
        for band, (first, end) in zip(bands, pairwise(borders), strict=True):
            planes = _decoded(band, self._headers, end - first)
            writer.write(walk_interleaved(scan, frame, first, end), planes)
        writer.end()
        if self._next_scan():
            raise BadCoding("a scan")

    def _several(self, scan: Scan | None, bands: list[bytes], ends: RunEnds) -> None:
        """All coefficients are in one band; the tables are those at the end."""
        every = Headers(self._headers.data)
        while every.next_scan():
            pass
        if len(bands) != 1:
            raise BadCoding("bands")
        frame = every.frame
        planes = _decoded(bands[0], every, frame.mcus_high)
        while scan:
            writer = (
                ProgressiveWriter(scan, self._sink, self._pads, ends)
                if frame.progressive
                else SequentialWriter(scan, self._sink, self._pads)
            )
            writer.write(walk_scan(scan, frame), planes)
            writer.end()
            scan = self._next_scan()


def _decoded(band: bytes, headers: Headers, mcu_rows: int) -> list[list[int]]:
    coder, frame = Coder(band), headers.frame
    planes = frame.planes(mcu_rows)
    for n, (one, plane) in enumerate(zip(frame.components, planes, strict=True)):
        steps = headers.quantisation.get(one.table, [1] * 64)
        decode_plane(coder, plane, (one.stride, one.v * mcu_rows), steps, 1 if n in _COLOURS else 0)
    return planes
