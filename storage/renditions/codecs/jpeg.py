"""JPEG: opened by everything there is."""

from io import BytesIO
from typing import cast

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from domain.media.compressions.compressing import Codec, Option
from domain.media.compressions.recipe import Format
from storage.renditions.codecs.chroma import CHROMA
from storage.renditions.codecs.encoder import Encoder, Frames, Kept, Options, always_loses

_SEGMENT_BYTES = 65_502  # that EXIF or XMP may have, which stand in one segment each


def _encode(frames: Frames, quality: float, options: Options, kept: Kept) -> bytes:
    file = BytesIO()
    frames.first.save(
        file,
        "JPEG",
        qtables=_tables(quality),
        subsampling=options["chroma"],
        progressive=options["progressive"],
        optimize=True,
        icc_profile=kept.icc_profile,
        exif=kept.exif if len(kept.exif) <= _SEGMENT_BYTES else b"",
        xmp=kept.xmp if len(kept.xmp) <= _SEGMENT_BYTES else b"",
    )
    return file.getvalue()


def _tables(quality: float) -> list[list[int]]:
    """What light and colour are divided by at a quality, in between where it is no whole number."""
    whole = int(quality)
    share = quality - whole
    if not share:
        return _whole_tables(whole)
    pairs = zip(_whole_tables(whole), _whole_tables(whole + 1), strict=True)
    return [[round(a + (b - a) * share) for a, b in zip(*pair, strict=True)] for pair in pairs]


def _whole_tables(quality: int) -> list[list[int]]:
    """Those of libjpeg, as it writes them."""
    file = BytesIO()
    Image.new("RGB", (1, 1)).save(file, "JPEG", quality=quality)
    with Image.open(file) as picture:
        return list(cast("JpegImageFile", picture).quantization.values())


JPEG = Encoder(
    codec=Codec(
        format=Format.JPEG,
        label="JPEG",
        content_type="image/jpeg",
        extension="jpg",
        default_quality=75,
        keeps_animation=False,
        options=(
            # 2 to 6 % fewer bytes, and something to see before all of it is there.
            Option(name="progressive", label="Progressive", default=True, choices=(False, True)),
            CHROMA,
        ),
    ),
    longest_side=65_500,
    max_megapixels=64,  # at 10 bytes a pixel (measured)
    keeps_grey=True,
    keeps_alpha=False,
    encode=_encode,
    loses_nothing=always_loses,
)
