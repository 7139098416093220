"""One picture in one format at whatever quality is asked for, encoded once for each."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PIL import Image

from domain.media.compressions.recipe import Recipe
from domain.media.rendering import PictureTooSlow, PictureUnreadable
from storage.renditions.codecs.encoder import Encoder
from storage.renditions.codecs.encoders import all_options
from storage.renditions.prepared import Prepared
from storage.renditions.refusals import refusals

_THE_SAME = 1.0
_QUICK = Image.Resampling.BOX


class Encoding:
    """Remembers what it made: a search comes back to it."""

    def __init__(self, encoder: Encoder, prepared: Prepared, recipe: Recipe) -> None:
        self._encoder = encoder
        self._prepared = prepared
        self._options = all_options(encoder, recipe)
        self._kept = prepared.kept(recipe.metadata)
        self._made: dict[float, bytes] = {}
        self._alike: dict[float, float] = {}

    @property
    def encodes(self) -> int:
        """How many times it was encoded."""
        return len(self._made)

    @property
    def pixels(self) -> int:
        """Of all frames."""
        return self._prepared.pixels

    @property
    def width(self) -> int:
        """In pixels."""
        return self._prepared.frames.first.width

    @property
    def default_quality(self) -> int:
        """What the format has where nobody chose."""
        return self._encoder.codec.default_quality

    def loses_nothing(self, quality: float) -> bool:
        """Whether the pixels stay the very same at this quality."""
        return self._encoder.loses_nothing(self._prepared.frames, quality, self._options)

    def at(self, quality: float) -> bytes:
        """The file. Raises PictureTooSlow."""
        if quality not in self._made:
            with _too_much():
                self._made[quality] = self._encoder.encode(self._prepared.frames, quality, self._options, self._kept)
        return self._made[quality]

    def similarity(self, quality: float) -> float:
        """How like the picture that was not encoded it is; nothing is decoded where nothing was lost."""
        if self.loses_nothing(quality):
            return _THE_SAME
        if quality not in self._alike:
            data = self.at(quality)
            with _too_much():
                self._alike[quality] = self._prepared.likeness.to_file(data)
        return self._alike[quality]

    def bytes_at_width(self, width: int, quality: int) -> int:
        """How many bytes it would have if it were only so many pixels wide; a try that leaves nothing behind."""
        frames = self._prepared.frames
        size = (width, max(1, round(frames.first.height * width / frames.first.width)))
        pictures = tuple(picture.resize(size, _QUICK) for picture in frames.pictures)
        with _too_much():
            return len(self._encoder.encode(replace(frames, pictures=pictures), quality, self._options, self._kept))


@contextmanager
def _too_much() -> Iterator[None]:
    """What was decoded and cannot be encoded is not damaged, but too much for the encoder."""
    try:
        with refusals():
            yield
    except PictureUnreadable as refusal:
        raise PictureTooSlow from refusal
