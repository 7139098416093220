"""Finds the quality at which a picture reaches a level, in as few encodes as can be: secants inside a bracket."""

from collections.abc import Callable
from dataclasses import dataclass

LOWEST, HIGHEST = 1, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """`below` is the last quality found under the level, 0 for none; `reached` the first at or above it, 101 for none.

    They are neighbours, or one of them was close enough.
    """

    below: int
    reached: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """The `level` to look for, which grows by about `slope` with every step of quality, from `first` on.

    A level at most `spare_below` under it is close enough, or one at most `spare_above` over it.
    """

    level: float
    first: int
    slope: float
    spare_below: float = 0
    spare_above: float = 0


def around(level_at: Callable[[int], float], aim: Aim) -> Around:
    """Where the level lies between two qualities. `level_at` grows, but for small steps back."""
    low, high = LOWEST - 1, HIGHEST + 1
    levels: dict[int, float] = {}
    quality = min(HIGHEST, max(LOWEST, aim.first))
    wanted = aim.level + (aim.spare_above - aim.spare_below) / 2
    while high - low > 1:
        levels[quality] = level = level_at(quality)
        if level < aim.level:
            low = quality
            if aim.level - level <= aim.spare_below:
                break
        else:
            high = quality
            if level - aim.level <= aim.spare_above and aim.spare_above:
                break
        guess = _guess(levels, low, high, wanted, aim.slope) if len(levels) < _PATIENCE else (low + high) / 2
        quality = min(high - 1, max(low + 1, round(guess)))
    return Around(below=low, reached=high)


_PATIENCE = 5  # encodes, after which halving is the safer way


def _guess(levels: dict[int, float], low: int, high: int, wanted: float, slope: float) -> float:
    if low in levels and high in levels and levels[high] > levels[low]:
        return low + (high - low) * (wanted - levels[low]) / (levels[high] - levels[low])
    near = low if low in levels else high
    others = [quality for quality in levels if quality != near]
    if others:  # on the same side: go on along the line through the last two, and no less steep than half as usual
        other = min(others, key=lambda quality: abs(quality - near))
        slope = max(slope / 2, (levels[near] - levels[other]) / (near - other))
    return near + (wanted - levels[near]) / slope
