"""Makes a smaller copy of an original by a recipe, in the process that calls it."""

from math import log
from pathlib import Path

from domain.media.compressions.compressing import Compressed, SimilarityTooHigh, TargetTooSmall
from domain.media.compressions.recipe import Recipe
from domain.media.rendering import PictureTooSlow
from storage.renditions.encoding import Encoding
from storage.renditions.goal_search import HIGHEST, LOWEST, Aim, around
from storage.renditions.last_prepared import LastPrepared

_MAX_BYTES = 60 * 1024 * 1024  # just under what limits.py lets a worker write
_BYTES_A_PIXEL = 0.1  # of a photograph at quality 60, to begin the search with
_AT_QUALITY = 60
_BYTES_SLOPE = 0.025  # of the logarithm of bytes, with each step of quality
_LIKENESS_SLOPE = 0.03  # of the logarithm of what lacks to 1
_SPARE = 0.05  # of the bytes one may use: closer costs another encode
_MOST_SPARE = 0.1
_CLOSE = 0.03  # 3 % of what lacks to 1: 0.001 at 0.97
_LEAST_LACK = 1e-6
_FAIR = 25  # the quality a width is suggested for: photographs then are 0.9 alike, at the lowest they fall to pieces
_COMFORT = 0.9  # of the width reckoned: the smaller a picture is, the more bytes each of its pixels takes
_WIDTHS_TRIED = 4


def compress_picture(original: Path, recipe: Recipe, into: Path, last: LastPrepared) -> Compressed:
    """As Compressor.compress says; an original that is not there and a disk that is full raise OSError."""
    encoder, prepared = last.take(original, recipe)
    encoding = Encoding(encoder, prepared, recipe)
    quality = _quality(encoding, recipe)
    data = encoding.at(quality)
    if len(data) > _MAX_BYTES:
        raise PictureTooSlow
    path = into / f"copy.{encoder.codec.extension}"
    path.write_bytes(data)
    picture = prepared.frames.first
    return Compressed(
        path=path,
        content_type=encoder.codec.content_type,
        width=picture.width,
        height=picture.height,
        bytes=len(data),
        similarity=encoding.similarity(quality),
        quality=None if encoding.loses_nothing(quality) else int(quality),
        encodes=encoding.encodes,
        frames=len(prepared.frames.pictures) if encoder.codec.keeps_animation else 1,
        original_frames=prepared.original_frames,
    )


def _quality(encoding: Encoding, recipe: Recipe) -> float:
    if recipe.target_bytes is not None:
        return _under(encoding, recipe.target_bytes)
    if recipe.min_similarity is not None:
        return _alike(encoding, recipe.min_similarity)
    return recipe.quality or encoding.default_quality


def _under(encoding: Encoding, target: int) -> float:
    """The best quality whose bytes are not over the target, or one that leaves at most _SPARE of them.

    One step of quality takes up to 33 % of the bytes, above 90 and below 5 (measured), so where more than a tenth would
    be left, quarters of a step fill it. They cannot for AVIF above 99 (33 %) and below 5 (14 %), where its matrices
    do nothing, and for JPEG above 98 (17 %), whose divisors are 1 to 5 there.
    """
    if encoding.loses_nothing(LOWEST):
        found = LOWEST if len(encoding.at(LOWEST)) <= target else 0
    else:
        first = _AT_QUALITY + log(target / (encoding.pixels * _BYTES_A_PIXEL)) / _BYTES_SLOPE
        level = log(target + 0.5)  # between the last size that fits and the first that does not
        aim = Aim(level=level, first=round(first), slope=_BYTES_SLOPE, spare_below=_SPARE)
        found = around(lambda quality: log(len(encoding.at(quality))), aim).below
    if not found:
        raise _too_small(encoding, target)
    if found == HIGHEST or encoding.loses_nothing(LOWEST) or len(encoding.at(found)) >= target * (1 - _MOST_SPARE):
        return found
    return _finer(encoding, found, target)


def _finer(encoding: Encoding, whole: int, target: int) -> float:
    """The quality up to three quarters above this one whose bytes are the most that are not over the target."""
    best: float = whole
    for step in (0.5, 0.25):
        size = len(encoding.at(best + step))
        if len(encoding.at(best)) < size <= target:
            best += step
        if len(encoding.at(best)) >= target * (1 - _MOST_SPARE):
            break
    return best


def _too_small(encoding: Encoding, target: int) -> TargetTooSmall:
    smallest = len(encoding.at(LOWEST))
    return TargetTooSmall(
        field="target_bytes",
        target_bytes=target,
        smallest_bytes=smallest,
        width=encoding.width,
        suggested_width=_width_that_fits(encoding, target),
    )


def _width_that_fits(encoding: Encoding, target: int) -> int:
    """One at which a copy of fair quality is not over the target; tried, not only reckoned."""
    width, size = encoding.width, len(encoding.at(_FAIR))
    for _ in range(_WIDTHS_TRIED):
        width = max(1, int(_COMFORT * width * (target / size) ** 0.5))
        size = encoding.bytes_at_width(width, _FAIR)
        if size <= target:
            break
    return width - width % 10 if width >= 100 else width


def _alike(encoding: Encoding, wanted: float) -> int:
    """The lowest quality that is as similar as wanted, or one that is hardly more so."""
    if encoding.loses_nothing(LOWEST):
        return LOWEST
    aim = Aim(level=_lack(wanted), first=_AT_QUALITY, slope=_LIKENESS_SLOPE, spare_above=_CLOSE)
    found = around(lambda quality: _lack(encoding.similarity(quality)), aim).reached
    if found > HIGHEST:
        raise SimilarityTooHigh(field="min_similarity", best_percent=int(encoding.similarity(HIGHEST) * 100))
    return found


def _lack(similarity: float) -> float:
    """Grows with the similarity, about evenly with quality."""
    return -log(max(_LEAST_LACK, 1 - similarity))
