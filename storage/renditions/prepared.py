"""An original as a recipe wants it, decoded, turned, cut, fitted and adjusted: ready to be encoded many times."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PIL import Image

from domain.media.compressions.recipe import MetadataKept, Recipe
from domain.media.rendering import TooManyPixels
from storage.renditions.adjust import adjusted
from storage.renditions.clean import coded_profile_of
from storage.renditions.codecs.encoder import Encoder, Frames, Kept
from storage.renditions.facts import facts_of
from storage.renditions.fitted import fitted_frames, fitted_still, frame_count, in_kept_colours
from storage.renditions.geometry import Geometry, geometry
from storage.renditions.kept_metadata import kept_exif, kept_xmp
from storage.renditions.opening import opened
from storage.renditions.refusals import refusals
from storage.renditions.similarity import Likeness

_MAX_PROFILE_BYTES = 4 * 1024 * 1024
_LOOP_WITHOUT_END = 0


@dataclass(frozen=True, kw_only=True)  # without slots: they leave no room for what is reckoned once
class Prepared:
    """What is encoded, and what of the original may be written beside it."""

    frames: Frames
    original_frames: int
    icc_profile: bytes
    exif: object
    xmp: object

    @cached_property
    def likeness(self) -> Likeness:
        """What the encoded picture is compared with."""
        return Likeness(self.frames.first)

    @property
    def pixels(self) -> int:
        """Of all frames."""
        return len(self.frames.pictures) * self.frames.first.width * self.frames.first.height

    def kept(self, metadata: MetadataKept) -> Kept:
        """What is written beside the pixels; the profile always, as the colours are nothing without it."""
        return Kept(icc_profile=self.icc_profile, exif=kept_exif(self.exif, metadata), xmp=kept_xmp(self.xmp, metadata))


def prepare(original: Path, recipe: Recipe, encoder: Encoder) -> Prepared:
    """Raises PictureUnreadable and CropOutside, and OSError when the original is not there."""
    with original.open("rb") as file, refusals(), opened(file) as (content_type, picture):
        shape = geometry(recipe, facts_of(picture).orientation, picture.size, longest_side=encoder.longest_side)
        all_frames = frame_count(picture, content_type)
        count = all_frames if encoder.codec.keeps_animation else 1
        _check_pixels(shape, count, encoder.max_megapixels)
        info = dict(picture.info)
        profile = info.get("icc_profile") or b""
        profile = profile if len(profile) <= _MAX_PROFILE_BYTES else b""
        coded = None if profile else coded_profile_of(original, content_type)
        if count == 1:
            fitted = iter([(fitted_still(picture, shape, keeps_alpha=encoder.keeps_alpha), 0)])
        else:
            fitted = fitted_frames(picture, shape, count)
        grey = encoder.keeps_grey
        coloured = [(*in_kept_colours(each, profile, coded, keeps_grey=grey), shown) for each, shown in fitted]
        profile = coloured[0][1]
        pictures = list(_finished([frame for frame, _, _ in coloured], recipe, encoder, has_profile=bool(profile)))
        return Prepared(
            frames=Frames(
                pictures=tuple(pictures),
                durations=tuple(shown for _, _, shown in coloured),
                loop=info.get("loop", _LOOP_WITHOUT_END if content_type != "image/gif" else 1),
            ),
            original_frames=all_frames,
            icc_profile=profile,
            exif=info.get("exif"),
            xmp=info.get("xmp"),
        )


def _check_pixels(shape: Geometry, frames: int, max_megapixels: int) -> None:
    pixels = shape.stored_size[0] * shape.stored_size[1] * frames
    if pixels > max_megapixels * 1_000_000:
        raise TooManyPixels(megapixels=-(-pixels // 1_000_000), max_megapixels=max_megapixels)


def _finished(
    pictures: list[Image.Image], recipe: Recipe, encoder: Encoder, *, has_profile: bool
) -> Iterator[Image.Image]:
    """Adjusted, and all of the plainest mode that shows every one of them."""
    adjust = recipe.adjust
    is_opaque = all(picture.mode != "RGBA" or picture.getchannel("A").getextrema()[0] == 255 for picture in pictures)
    for picture in pictures:
        changed = adjusted(picture.convert("RGB") if is_opaque and picture.mode == "RGBA" else picture, adjust)
        if changed.mode == "RGB" and adjust.monochrome and encoder.keeps_grey and not has_profile:
            changed = changed.convert("L")
        elif changed.mode == "L" and not encoder.keeps_grey:
            changed = changed.convert("RGB")
        changed.info.clear()
        yield changed
