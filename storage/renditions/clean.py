"""An original as everybody may see it: every rung of its ladder, upright, in sRGB, not yet encoded."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from storage.renditions.coded_colour import HEAD_BYTES, coded_profile
from storage.renditions.colour import in_srgb
from storage.renditions.decoding import decoded_small
from storage.renditions.facts import Facts, facts_of
from storage.renditions.ladder import RESAMPLING, ladder
from storage.renditions.opening import opened
from storage.renditions.refusals import refusals
from storage.renditions.rungs import top_rung
from storage.renditions.turning import TURNS

_LYING = 5  # orientations from here on exchange width and height


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """`size` is the original's, upright; `rungs` are largest first, L or RGB."""

    content_type: str
    size: tuple[int, int]
    facts: Facts
    rungs: list[Image.Image]


def clean_rungs(original: Path) -> Clean:
    """Raises PictureUnreadable, and OSError when the original is not there."""
    with original.open("rb") as file, refusals(), opened(file) as (content_type, picture):
        full = picture.size
        facts = facts_of(picture)
        profile = picture.info.get("icc_profile") or coded_profile_of(original, content_type)
        decoded = decoded_small(picture)
        size = top_rung(decoded.size, full)
        top = decoded if decoded.size == size else decoded.resize(size, RESAMPLING, reducing_gap=2.0)
        top = in_srgb(top, profile)
        if facts.orientation in TURNS:
            top = top.transpose(TURNS[facts.orientation])
        if facts.orientation >= _LYING:
            full = (full[1], full[0])
        return Clean(content_type=content_type, size=full, facts=facts, rungs=ladder(top, full))


def coded_profile_of(original: Path, content_type: str) -> bytes | None:
    with original.open("rb") as file:
        return coded_profile(content_type, file.read(HEAD_BYTES))
