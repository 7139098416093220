"""WebP: smaller than JPEG, with transparency and animation, opened by every browser."""

from io import BytesIO

from domain.media.compressions.compressing import Codec, Option
from domain.media.compressions.recipe import Format
from storage.renditions.codecs.encoder import Encoder, Frames, Kept, Options, as_animation

_LOSSLESS_EFFORT = 75  # what Pillow calls quality there: the same pixels, and how long to look for fewer bytes


def _encode(frames: Frames, quality: float, options: Options, kept: Kept) -> bytes:
    file = BytesIO()
    frames.first.save(
        file,
        "WEBP",
        lossless=options["lossless"],
        quality=_LOSSLESS_EFFORT if options["lossless"] else quality,
        method=options["effort"],
        icc_profile=kept.icc_profile,
        exif=kept.exif,
        xmp=kept.xmp,
        **as_animation(frames),
    )
    return file.getvalue()


def _loses_nothing(_frames: Frames, _quality: float, options: Options) -> bool:
    return bool(options["lossless"])


WEBP = Encoder(
    codec=Codec(
        format=Format.WEBP,
        label="WebP",
        content_type="image/webp",
        extension="webp",
        default_quality=75,
        keeps_animation=True,
        options=(
            Option(name="lossless", label="Lossless", default=False, choices=(False, True)),
            # 4 takes twice the time of 2 for 5 % fewer bytes, 6 two and a half times that of 4 (221 ms against 90, 1280
            # pixels wide) for 1 to 2 %, and for none at equal SSIM (benchmarks/webp_bytes.py).
            Option(name="effort", label="Effort", default=4, choices=(0, 6), is_range=True),
        ),
    ),
    longest_side=16_383,
    max_megapixels=40,  # at 22 bytes a pixel (measured)
    keeps_grey=False,
    keeps_alpha=True,
    encode=_encode,
    loses_nothing=_loses_nothing,
)
