"""What a frame header says of the picture, and how its blocks lie in memory."""

from dataclasses import dataclass

from ui.rooms.client.jpeg.refused import BadCoding

_MOST_COEFFICIENTS = 84_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """`wide` and `high` count the blocks that hold picture, `stride` and `rows` those of whole MCUs."""

    id: int
    h: int
    v: int
    table: int
    wide: int
    high: int
    stride: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """MCUs are the minimum coded units, the smallest pieces that hold whole blocks of every component."""

    progressive: bool
    mcus_wide: int
    mcus_high: int
    components: list[Component]

    def planes(self, mcu_rows: int) -> list[list[int]]:
        """Zeros for so many rows of MCUs of each component, and a block more."""
        return [[0] * (64 * (one.stride * one.v * mcu_rows + 1)) for one in self.components]


def read_frame(segment: bytes, *, progressive: bool) -> Frame:
    """From the segment behind its length. Raises BadCoding."""
    if len(segment) < 9 or len(segment) != 6 + 3 * segment[5] or segment[5] > 4 or segment[0] != 8:
        raise BadCoding("a frame")
    height, width = int.from_bytes(segment[1:3], "big"), int.from_bytes(segment[3:5], "big")
    fields = [tuple(segment[at : at + 3]) for at in range(6, len(segment), 3)]
    # A picture of one colour is never interleaved, so its sampling means nothing.
    sampled = [(id, *divmod(0x11 if len(fields) == 1 else both, 16), table) for id, both, table in fields]
    if not (height and width and all(1 <= h <= 4 and 1 <= v <= 4 and table < 4 for _, h, v, table in sampled)):
        raise BadCoding("a frame")
    most_h, most_v = max(h for _, h, _, _ in sampled), max(v for _, _, v, _ in sampled)
    mcus_wide, mcus_high = _ceil(width, 8 * most_h), _ceil(height, 8 * most_v)
    components = [
        Component(
            id=id,
            h=h,
            v=v,
            table=table,
            wide=_ceil(_ceil(width * h, most_h), 8),
            high=_ceil(_ceil(height * v, most_v), 8),
            stride=mcus_wide * h,
            rows=mcus_high * v,
        )
        for id, h, v, table in sampled
    ]
    if sum(64 * one.stride * one.rows for one in components) > _MOST_COEFFICIENTS:
        raise BadCoding("a frame")
    return Frame(progressive=progressive, mcus_wide=mcus_wide, mcus_high=mcus_high, components=components)


def _ceil(number: int, divisor: int) -> int:
    return (number + divisor - 1) // divisor
