"""The picture that was prepared last, kept for the next request about it: a slider asks for it again and again."""

from collections.abc import Hashable
from pathlib import Path

from domain.media.compressions.recipe import Recipe
from domain.media.rendering import NotAPicture
from storage.renditions.codecs.encoder import Encoder
from storage.renditions.codecs.encoders import encoder_for
from storage.renditions.content_type import HEAD_BYTES, content_type_of
from storage.renditions.prepared import Prepared, prepare

_MAX_PIXELS = 15_000_000  # of four bytes each: 60 MB


class LastPrepared:
    """Holds at most one picture, and none that is too large."""

    def __init__(self) -> None:
        self._key: Hashable = None
        self._prepared: Prepared | None = None

    def take(self, original: Path, recipe: Recipe) -> tuple[Encoder, Prepared]:
        """The recipe's encoder and the picture it wants, prepared now where that was not the last one. As prepare()."""
        encoder = _encoder(original, recipe)
        key = _key(original, recipe, encoder)
        if self._prepared is None or key != self._key:
            self.forget()  # first, so that there are never two
            prepared = prepare(original, recipe, encoder)
            if prepared.pixels > _MAX_PIXELS:
                return encoder, prepared
            self._key, self._prepared = key, prepared
        return encoder, self._prepared

    def forget(self) -> None:
        """Give the memory back."""
        self._key, self._prepared = None, None


def _encoder(original: Path, recipe: Recipe) -> Encoder:
    with original.open("rb") as file:
        content_type = content_type_of(file.read(HEAD_BYTES))
    if content_type is None:
        raise NotAPicture
    return encoder_for(recipe, content_type)


def _key(original: Path, recipe: Recipe, encoder: Encoder) -> Hashable:
    """All that decides how the picture is prepared; the file itself, and not its name, which may be used again."""
    file = original.stat()
    return (
        (file.st_dev, file.st_ino, file.st_size, file.st_mtime_ns),
        (recipe.rotate, recipe.crop, recipe.width, recipe.height, recipe.enlarge, recipe.adjust),
        (encoder.keeps_grey, encoder.keeps_alpha, encoder.codec.keeps_animation),
        (encoder.longest_side, encoder.max_megapixels),
    )
