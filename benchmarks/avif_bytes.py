"""How many bytes an AVIF takes that looks as good as the JPEG of the same size, and what Kamra's own take.

Each photograph is made into its clean rungs. One of them is saved as JPEG by Pillow at quality 80, and as AVIF at the
lowest quality at which it is at least as similar to the rung; the bytes of both are compared.
"""

import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.equal_similarity import JPEG_QUALITY, Similarity, block_similarity, decoded, ratio_to_jpeg
from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.photographs import PHOTOS
from benchmarks.ssimulacra2 import is_here, ssimulacra2
from storage.renditions.clean import clean_rungs
from storage.renditions.ladder import write_rung
from storage.renditions.lighter import QUALITY, as_avif

_KINDS = {".jpg", ".png", ".avif", ".heic"}
_LARGEST, _SECOND = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shipped:
    """Of one photograph: the bytes of its renditions as AVIF against those as JPEG, and how similar its top is."""

    ratio: float
    avif: float
    jpeg: float


def measure() -> list[Figure]:
    """Medians over all photographs; nothing where there are none."""
    photographs = [path for path in sorted(PHOTOS.glob("*")) if path.suffix in _KINDS]
    if not photographs:
        return []
    what = f"AVIF bytes against Pillow JPEG q{JPEG_QUALITY}"
    largest = [_ratio(path, _LARGEST, block_similarity) for path in photographs]
    second = [_ratio(path, _SECOND, block_similarity) for path in photographs]
    shipped = [_shipped(path) for path in photographs]
    return [
        at_most(f"{what} at equal SSIM: median", statistics.median(largest), 0.75, "×", _note(largest)),
        for_information(f"{what} at equal SSIM, rung of 1280: median", statistics.median(second), "×", _note(second)),
        *_by_ssimulacra2(what, photographs),
        for_information(
            f"AVIF ladder as shipped (quality {QUALITY}) against the JPEG ladder: median of bytes",
            statistics.median(each.ratio for each in shipped),
            "×",
            f"SSIM of the largest: {statistics.median(each.avif for each in shipped):.4f}, "
            f"of its JPEG {statistics.median(each.jpeg for each in shipped):.4f}",
        ),
    ]


def _by_ssimulacra2(what: str, photographs: list[Path]) -> Iterator[Figure]:
    if is_here():
        ratios = [_ratio(path, _SECOND, ssimulacra2) for path in photographs]
        yield at_most(f"{what} at equal SSIMULACRA 2: median", statistics.median(ratios), 0.65, "×", _note(ratios))


def _note(ratios: list[float]) -> str:
    return f"{len(ratios)} photographs, speed 8, from {min(ratios):.2f} to {max(ratios):.2f}"


def _ratio(photograph: Path, rung: int, similarity: Similarity) -> float:
    return ratio_to_jpeg(clean_rungs(photograph).rungs[rung], as_avif, similarity)


def _shipped(photograph: Path) -> _Shipped:
    with TemporaryDirectory() as folder:
        rungs = clean_rungs(photograph).rungs
        jpegs = [write_rung(rung, photograph.stat().st_size, Path(folder)).path.read_bytes() for rung in rungs]
    avifs = [as_avif(rung) for rung in rungs]
    top = rungs[_LARGEST]
    return _Shipped(
        ratio=sum(map(len, avifs)) / sum(map(len, jpegs)),
        avif=block_similarity(top, decoded(avifs[_LARGEST])),
        jpeg=block_similarity(top, decoded(jpegs[_LARGEST])),
    )


if __name__ == "__main__":
    print(as_table(measure()))
