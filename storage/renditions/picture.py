"""Everything that is read from one original and made of it, in the process that calls it."""

from pathlib import Path

from PIL import Image

from domain.media.rendering import Rendered
from storage.renditions.colour import in_srgb
from storage.renditions.decoding import decoded_small
from storage.renditions.facts import facts_of
from storage.renditions.ladder import RESAMPLING, ladder, write_rung
from storage.renditions.opening import opened
from storage.renditions.refusals import refusals
from storage.renditions.rungs import top_rung
from storage.renditions.thumbhash import thumbhash

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING = 5  # orientations from here on exchange width and height


def render_picture(original: Path, into: Path) -> Rendered:
    """As Renderer.render says; an original that is not there and a disk that is full raise OSError."""
    source_bytes = original.stat().st_size
    with original.open("rb") as file, refusals(), opened(file) as (content_type, picture):
        full = picture.size
        facts = facts_of(picture)
        profile = picture.info.get("icc_profile")
        decoded = decoded_small(picture)
        size = top_rung(decoded.size, full)
        top = decoded if decoded.size == size else decoded.resize(size, RESAMPLING, reducing_gap=2.0)
        top = in_srgb(top, profile)
        if facts.orientation in _TURNS:
            top = top.transpose(_TURNS[facts.orientation])
        if facts.orientation >= _LYING:
            full = (full[1], full[0])
        pictures = ladder(top, full)
        placeholder = thumbhash(pictures[-1])
    files = tuple(write_rung(rung, source_bytes, into) for rung in pictures)
    return Rendered(
        content_type=content_type,
        width=full[0],
        height=full[1],
        taken_at=facts.taken_at,
        has_location=facts.has_location,
        camera=facts.camera,
        placeholder=placeholder,
        files=files,
    )
