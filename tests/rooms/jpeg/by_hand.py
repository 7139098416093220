"""JPEGs that no library would write: any sampling and number of components, apart or together, with odd padding."""

import random
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from ui.rooms.client.jpeg.bit_sink import BitSink
from ui.rooms.client.jpeg.headers import Headers
from ui.rooms.client.jpeg.pads import PadSource
from ui.rooms.client.jpeg.progressive_writer import ProgressiveWriter
from ui.rooms.client.jpeg.run_ends import RunEnds
from ui.rooms.client.jpeg.scan_walk import walk_interleaved, walk_scan
from ui.rooms.client.jpeg.sequential_writer import SequentialWriter

_END = b"\xff\xd9"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """`samplings` are (h, v) of each component; `pads` are the values of segments' last bits, or none for ones."""

    samplings: tuple[tuple[int, int], ...]
    size: tuple[int, int]
    together: bool = True
    restart: int = 0
    pads: bytes = b""


def drawn(drawing: Drawing, seed: int) -> bytes:
    """Smooth means and a few small coefficients, from the seed."""
    start = _start(drawing)
    count = len(drawing.samplings)
    scans = [range(count)] if drawing.together else [range(n, n + 1) for n in range(count)]
    planes: list[list[int]] = []
    out, sink, pads = bytearray(start), BitSink(1 << 20), PadSource(2 if drawing.pads else 0, drawing.pads)
    for scan in scans:
        header = _segment(0xDA, bytes((len(scan), *(byte for n in scan for byte in (n + 1, 0)), 0, 63, 0)))
        headers = Headers(start + header)
        read = headers.next_scan()
        assert read is not None
        frame = headers.frame
        planes = planes or [_filled(plane, seed + n) for n, plane in enumerate(frame.planes(frame.mcus_high))]
        sink.copy(header)
        writer = SequentialWriter(read, sink, pads)
        walk = walk_interleaved(read, frame, 0, frame.mcus_high) if drawing.together else walk_scan(read, frame)
        writer.write(walk, planes)
        writer.end()
    return bytes(out + sink.data) + _END


class _RestlessEnds(RunEnds):
    """Ends every run at its third block, which a patient encoder would not."""

    def next(self, run: int, waiting: int) -> bool:
        return run % 3 == 2 and waiting < 1000


def drawn_with_short_runs(size: tuple[int, int], seed: int) -> bytes:
    """A grey progressive picture: means, then two bit planes of what is left, in runs that ended early."""
    start = _start(Drawing(samplings=((1, 1),), size=size)).replace(b"\xff\xc0", b"\xff\xc2") + _any_symbol()
    sink, ends = BitSink(1 << 20), _RestlessEnds(b"")
    planes: list[list[int]] = []
    for first, last, bits in ((0, 0, 0), (1, 63, 1), (1, 63, 0x10)):
        header = _segment(0xDA, bytes((1, 1, 0, first, last, bits)))
        headers = Headers(start + header)
        read = headers.next_scan()
        assert read is not None
        planes = planes or [_filled(plane, seed, often=0.2) for plane in headers.frame.planes(headers.frame.mcus_high)]
        sink.copy(header)
        writer = ProgressiveWriter(read, sink, PadSource(0, b""), ends)
        writer.write(walk_scan(read, headers.frame), planes)
        writer.end()
    return start + bytes(sink.data) + _END


def _any_symbol() -> bytes:
    """An AC table with a code for each symbol: the first half of them have 8 bits, the others 9."""
    counts = bytes((*[0] * 7, 128, 128, *[0] * 7))
    return _segment(0xC4, bytes((0x10,)) + counts + bytes(range(256)))


def _start(drawing: Drawing) -> bytes:
    """Everything up to the first scan, with the tables of a usual JPEG."""
    usual = BytesIO()
    Image.new("L", (8, 8)).save(usual, "JPEG")
    data, at, tables = usual.getvalue(), 2, b""
    while data[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        tables += data[at:end] if data[at + 1] in {0xDB, 0xC4} else b""
        at = end
    width, height = drawing.size
    components = [(n, h << 4 | v, 0) for n, (h, v) in enumerate(drawing.samplings, 1)]
    frame = bytes((8, *height.to_bytes(2, "big"), *width.to_bytes(2, "big"), len(components)))
    start = b"\xff\xd8" + tables + _segment(0xC0, frame + b"".join(map(bytes, components)))
    return start + (_segment(0xDD, drawing.restart.to_bytes(2, "big")) if drawing.restart else b"")


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def _filled(plane: list[int], seed: int, often: float = 1.0) -> list[int]:
    chance = random.Random(seed)
    mean = 0
    for place in range(0, len(plane) - 64, 64):
        mean = max(-100, min(100, mean + chance.randint(-9, 9)))
        plane[place] = mean
        for _ in range(chance.randint(0, 7) if chance.random() < often else 0):
            plane[place + 1 + int(63 * chance.random() ** 3)] = chance.choice((-7, -2, -1, 1, 1, 3))
    return plane
