"""What the JPEG coder of rooms saves and how fast it is, beside lepton, and what two workers are worth."""

import asyncio
import statistics
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import lepton_jpeg_python
from PIL import Image

from benchmarks.figure import Figure, as_table, at_least, for_information
from benchmarks.jpeg_coder_open import FOLDER, coder_open
from benchmarks.photographs import photographs_to_judge

_SAME_SCENE = "orient"  # one picture in five orientations counts once
_BATCH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coded:
    """`saved` and `lepton` are shares of the file in percent, None where lepton refuses it; speeds are MB/s."""

    name: str
    progressive: bool
    same: bool
    saved: float
    lepton: float | None
    encoding: float
    decoding: float


def measure() -> list[Figure]:
    """Medians over the JPEGs that are there; each is decoded again and compared."""
    coded, alone, together = asyncio.run(_measure())
    baseline = [one for one in coded if not one.progressive]
    progressive = [one.saved for one in coded if one.progressive]
    both = [one.saved - one.lepton for one in coded if one.lepton is not None]
    exact = 100 * statistics.mean(one.same for one in coded)
    list_of = ", ".join(f"{one.name} {one.saved:.1f}" for one in coded)
    pairs = ((one.encoding, one.decoding) for one in baseline)
    encoding, decoding = (statistics.median(speeds) for speeds in zip(*pairs, strict=True))
    return [
        at_least("JPEG coder: files that come back exactly", exact, 100, "%", f"{len(coded)} files"),
        at_least("saved of baseline JPEGs: median", statistics.median(one.saved for one in baseline), 24, "%", list_of),
        *([at_least("of progressive ones: median", statistics.median(progressive), 16, "%")] if progressive else []),
        at_least(
            "common files on which more is saved than by lepton",
            100 * statistics.mean(more > 0 for more in both),
            90,
            "%",
            f"{len(both)} files, median {statistics.median(both):+.1f} points",
        ),
        at_least("encoding baseline JPEGs in Chromium, one core: median", encoding, 2.5, "MB/s"),
        at_least("decoding them", decoding, 2.5, "MB/s"),
        at_least("two workers against one", alone / together, 1.8, "×", f"a batch of {_BATCH}, each proven"),
        for_information("the slowest baseline file", min(one.encoding for one in baseline), "MB/s"),
    ]


async def _measure() -> tuple[list[_Coded], float, float]:
    with TemporaryDirectory() as folder:
        paths = [path for path in photographs_to_judge(Path(folder)) if path.suffix == ".jpg"]
        turned = [path for path in paths if path.name.startswith(_SAME_SCENE)]
        files = {path.stem: path.read_bytes() for path in paths if path not in turned[1:]}
    async with coder_open() as (page, address_of):
        coded: list[_Coded] = []
        for name, data in files.items():
            told = await page.evaluate("(given) => coded(...given)", [FOLDER, address_of(data), True])
            size = told["bytes"]
            coded.append(
                _Coded(
                    name=name,
                    progressive=_is_progressive(data),
                    same=told["same"],
                    saved=100 * (1 - told["packed"] / size),
                    lepton=_saved_by_lepton(data),
                    encoding=size / 1000 / told["encoding"],
                    decoding=size / 1000 / told["decoding"],
                )
            )
        batch = [address_of(min(files.values(), key=lambda data: abs(len(data) - 2_000_000)))] * _BATCH
        alone, together = [await page.evaluate("(given) => batch(...given)", [FOLDER, batch, n]) for n in (1, 2)]
    return coded, alone, together


def _is_progressive(data: bytes) -> bool:
    with Image.open(BytesIO(data)) as picture:
        return bool(picture.info.get("progressive"))


def _saved_by_lepton(data: bytes) -> float | None:
    try:
        packed = lepton_jpeg_python.compress_bytes(data)  # pyright: ignore[reportAttributeAccessIssue]  # compiled
        return 100 * (1 - len(packed) / len(data))
    except RuntimeError:
        return None


if __name__ == "__main__":
    print(as_table(measure()))
