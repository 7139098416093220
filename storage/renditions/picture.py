"""Everything that is read from one original and made of it at once, in the process that calls it."""

from pathlib import Path

from domain.media.rendering import Rendered
from storage.renditions.clean import clean_rungs
from storage.renditions.ladder import write_rung
from storage.renditions.thumbhash import thumbhash


def render_picture(original: Path, into: Path) -> Rendered:
    """As Renderer.render says; an original that is not there and a disk that is full raise OSError."""
    source_bytes = original.stat().st_size
    clean = clean_rungs(original)
    return Rendered(
        content_type=clean.content_type,
        width=clean.size[0],
        height=clean.size[1],
        taken_at=clean.facts.taken_at,
        has_location=clean.facts.has_location,
        camera=clean.facts.camera,
        placeholder=thumbhash(clean.rungs[-1]),
        files=tuple(write_rung(rung, source_bytes, into) for rung in clean.rungs),
    )
