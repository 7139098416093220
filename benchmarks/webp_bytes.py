"""How many bytes a smaller copy takes as WebP that looks as good as the JPEG of the same size.

The rung of 1280 pixels of each photograph is saved as JPEG by Pillow at quality 80, and as WebP by Kamra's codec at the
lowest quality at which it is at least as similar to the rung; the bytes of both are compared.
"""

import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from benchmarks.equal_similarity import JPEG_QUALITY, block_similarity, ratio_to_jpeg
from benchmarks.figure import Figure, as_table, at_most
from benchmarks.photographs import photographs_to_judge
from domain.media.compressions.recipe import Recipe
from storage.renditions.clean import clean_rungs
from storage.renditions.codecs.encoder import Frames, Kept
from storage.renditions.codecs.encoders import all_options
from storage.renditions.codecs.webp import WEBP

_RUNG = 1


def measure() -> list[Figure]:
    """The median over all photographs."""
    with TemporaryDirectory() as folder:
        rungs = [clean_rungs(path).rungs for path in photographs_to_judge(Path(folder))]
    ratios = [ratio_to_jpeg(each[min(_RUNG, len(each) - 1)], _as_webp, block_similarity) for each in rungs]
    note = f"{len(ratios)} pictures, rung of 1280, from {min(ratios):.2f} to {max(ratios):.2f}"
    what = f"WebP bytes against Pillow JPEG q{JPEG_QUALITY} at equal SSIM: median"
    return [at_most(what, statistics.median(ratios), 0.80, "×", note)]


def _as_webp(picture: Image.Image, quality: int) -> bytes:
    picture.info.clear()  # Pillow would write what it finds there
    return WEBP.encode(Frames(pictures=(picture,)), quality, all_options(WEBP, Recipe()), Kept())


if __name__ == "__main__":
    print(as_table(measure()))
