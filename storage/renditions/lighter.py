"""The rungs of a picture's ladder once more, as AVIF: fewer bytes for the same look, at some fifty times the work."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image

from domain.media.rendering import RenderedFile, Rung
from storage.renditions.clean import clean_rungs
from storage.renditions.refusals import refusals

QUALITY = 60
_SPEED = 8


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


def as_avif(picture: Image.Image, quality: int = QUALITY, subsampling: str = "4:2:0") -> bytes:
    """An opaque picture, without any metadata."""
    file = BytesIO()
    picture.info.clear()  # Pillow would write what it finds there
    picture.save(file, "AVIF", quality=quality, speed=_SPEED, subsampling=subsampling, max_threads=1)
    return file.getvalue()
