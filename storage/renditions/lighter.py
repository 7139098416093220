"""The rungs of a picture's ladder once more, as AVIF: fewer bytes for the same look, at some fifty times the work."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image

from domain.media.rendering import RenderedFile, Rung
from storage.renditions.clean import clean_rungs
from storage.renditions.refusals import refusals

# Against Pillow's JPEG of quality 80, medians over five photographs: at equal SSIM (benchmarks/avif_bytes.py) the
# encoder's tuning for SSIM takes 0.71 × the bytes and its own choice, `iq`, 0.77 ×. By SSIMULACRA 2 it is the other way
# round, 0.74 × against 0.70 ×, but `iq` came with libaom 3.13 and SSIM is what similarity means everywhere in Kamra.
# `ssimulacra2` with 4:4:4 comes to 0.66 and 0.71 × there, of two photographs, and to 0.78 × by SSIM for both.
# Colour at full resolution (4:4:4) takes 1 to 4 % more at equal SSIM, 2 to 5 % less at equal SSIMULACRA 2, and 1.4 ×
# the memory. SSIM is equal at quality 74 (59 to 84), SSIMULACRA 2 at 72 (65 to 79). At 68 SSIM is 0.003 lower, hardly
# to be seen, and the bytes are 0.63 × the JPEG's; at 72 it is 0.001 and 0.69 ×, at 64 0.005 and 0.57 × (medians of 7).
QUALITY = 68
_SPEED = 8  # 7 takes twice the time for −1 to 5 % fewer bytes, 6 three times for 4 to 13 %
_TUNING = {"tune": "ssim"}


def lighter_pictures(original: Path, into: Path, rungs: Sequence[Rung]) -> tuple[RenderedFile, ...]:
    """As LighterRenderer.lighten says; an original that is not there and a disk that is full raise OSError."""
    wanted = {(rung.width, rung.height): rung.bytes for rung in rungs}
    pictures = [picture for picture in clean_rungs(original).rungs if picture.size in wanted]
    return tuple(_written(pictures, wanted, into))


def _written(pictures: list[Image.Image], below: dict[tuple[int, int], int], into: Path) -> Iterator[RenderedFile]:
    for picture in pictures:
        with refusals():
            data = as_avif(picture)
        if len(data) < below[picture.size]:
            path = into / f"{picture.width}.avif"
            path.write_bytes(data)
            yield RenderedFile(
                path=path, width=picture.width, height=picture.height, content_type="image/avif", bytes=len(data)
            )


def as_avif(picture: Image.Image, quality: int = QUALITY) -> bytes:
    """An opaque picture, without any metadata."""
    file = BytesIO()
    picture.info.clear()  # Pillow would write what it finds there
    picture.save(file, "AVIF", quality=quality, speed=_SPEED, subsampling="4:2:0", max_threads=1, advanced=_TUNING)
    return file.getvalue()
