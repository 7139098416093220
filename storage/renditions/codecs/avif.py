"""AVIF: the fewest bytes, at many times the work; opened by browsers since about 2022."""

from io import BytesIO
from math import ceil

from domain.media.compressions.compressing import Codec, Option
from domain.media.compressions.recipe import Format
from storage.renditions.codecs.chroma import CHROMA
from storage.renditions.codecs.encoder import Encoder, Frames, Kept, Options, always_loses, as_animation

_TUNING = {"tune": "ssim"}  # storage/renditions/lighter.py says why
_LEVELS = {0.25: 11, 0.5: 10, 0.75: 9}  # of 15, the least; about evenly between 97 and 98 (measured)


def _encode(frames: Frames, quality: float, options: Options, kept: Kept) -> bytes:
    file = BytesIO()
    frames.first.save(
        file,
        "AVIF",
        quality=ceil(quality),
        speed=options["speed"],
        subsampling="4:0:0" if frames.first.mode == "L" else options["chroma"],
        max_threads=1,
        advanced=_TUNING | _coarser(ceil(quality) - quality),
        icc_profile=kept.icc_profile,
        exif=kept.exif,
        xmp=kept.xmp,
        **as_animation(frames),
    )
    return file.getvalue()


def _coarser(by: float) -> dict[str, str]:
    """What makes a whole quality so much less of one: fine detail divided by more, by AV1's levels."""
    if not by:
        return {}
    level = str(_LEVELS[by])
    return {"enable-qm": "1", "qm-min": level, "qm-max": level}


AVIF = Encoder(
    codec=Codec(
        format=Format.AVIF,
        label="AVIF",
        content_type="image/avif",
        extension="avif",
        default_quality=68,
        keeps_animation=True,
        options=(
            CHROMA,
            # 6 takes three times the time of 8; 9 a third of it, for 5 % more bytes (1600 pixels wide).
            Option(name="speed", label="Speed", default=8, choices=(6, 10), is_range=True),
        ),
    ),
    longest_side=16_384,
    max_megapixels=32,  # at 33 bytes a pixel (measured)
    keeps_grey=True,
    keeps_alpha=True,
    encode=_encode,
    loses_nothing=always_loses,
)
