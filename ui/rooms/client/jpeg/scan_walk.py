"""Goes through the blocks of a scan in the order in which a JPEG has them."""

from collections.abc import Iterator

from ui.rooms.client.jpeg.frame import Frame
from ui.rooms.client.jpeg.headers import Scan

RESTART = -1


def walk_interleaved(scan: Scan, frame: Frame, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Part of the scan and place of each block in the MCU rows from `first` up to `end`, where the planes begin.

    (RESTART, number) stands where a restart marker does.
    """
    parts = [frame.components[part.component] for part in scan.parts]
    for row in range(first, end):
        for column in range(frame.mcus_wide):
            mcu = row * frame.mcus_wide + column
            if scan.restart and mcu and mcu % scan.restart == 0:
                yield RESTART, mcu // scan.restart - 1
            for part, one in enumerate(parts):
                for y in range((row - first) * one.v, (row - first + 1) * one.v):
                    place = y * one.stride + column * one.h
                    yield from ((part, (place + x) * 64) for x in range(one.h))


def walk_scan(scan: Scan, frame: Frame) -> Iterator[tuple[int, int]]:
    """A whole scan; one of a single component has only the blocks that hold picture."""
    if len(scan.parts) > 1:
        yield from walk_interleaved(scan, frame, 0, frame.mcus_high)
        return
    one = frame.components[scan.parts[0].component]
    for block in range(one.wide * one.high):
        if scan.restart and block and block % scan.restart == 0:
            yield RESTART, block // scan.restart - 1
        row, column = divmod(block, one.wide)
        yield 0, (row * one.stride + column) * 64
