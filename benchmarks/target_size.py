"""How close a copy comes to the size it shall stay under, and how many times it is encoded for that.

Each photograph is made 1600 pixels wide under several sizes in each format. Where the best quality is smaller than the
size, or the lowest larger, nothing was to be found and it does not count.
"""

import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.photographs import photographs_to_judge
from domain.media.compressions.compressing import TargetTooSmall
from domain.media.compressions.recipe import Format, Recipe
from storage.renditions.compress import compress_picture
from storage.renditions.goal_search import HIGHEST
from storage.renditions.last_prepared import LastPrepared

_WIDTH = 1600
_TARGETS = (100_000, 200_000, 400_000)
_FORMATS = (Format.JPEG, Format.WEBP, Format.AVIF)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    encodes: int
    percent_under: float


def measure() -> list[Figure]:
    """Medians over all photographs and sizes, for each format and for all of them."""
    with TemporaryDirectory() as folder:
        sources = photographs_to_judge(Path(folder))
        found = {each: list(_found(sources, each, Path(folder))) for each in _FORMATS}
    everything = [one for some in found.values() for one in some]
    note = f"{len(sources)} photographs, {_WIDTH} pixels, under 100, 200 and 400 kB, in JPEG, WebP and AVIF"
    over = sum(one.percent_under < 0 for one in everything)
    return [
        at_most("Encodes to stay under a size: median", statistics.median(_encodes(everything)), 5, "encodes", note),
        at_most("Left free under the size: median", statistics.median(_free(everything)), 5, "%", note),
        at_most("Copies over their size", over, 0, "copies", f"of {len(everything)}"),
        *(_of(kind, some) for kind, some in found.items()),
    ]


def _of(kind: Format, found: list[_Found]) -> Figure:
    note = (
        f"from {min(_free(found)):.1f} to {max(_free(found)):.1f} %, "
        f"{statistics.median(_encodes(found)):g} encodes (at most {max(_encodes(found))})"
    )
    return for_information(f"Left free under the size, {kind}: median", statistics.median(_free(found)), "%", note)


def _found(sources: list[Path], kind: Format, into: Path) -> Iterator[_Found]:
    last = LastPrepared()
    for source in sources:
        for target in _TARGETS:
            recipe = Recipe(format=kind, width=_WIDTH, target_bytes=target)
            try:
                made = compress_picture(source, recipe, into, last)
            except TargetTooSmall:
                continue
            if made.quality != HIGHEST:
                yield _Found(encodes=made.encodes, percent_under=100 * (1 - made.bytes / target))


def _encodes(found: list[_Found]) -> list[int]:
    return [one.encodes for one in found]


def _free(found: list[_Found]) -> list[float]:
    return [one.percent_under for one in found]


if __name__ == "__main__":
    print(as_table(measure()))
