"""Every codec there is, in the order in which people choose."""

from domain.media.compressions.recipe import Format, Recipe
from storage.renditions.codecs.avif import AVIF
from storage.renditions.codecs.encoder import Encoder, Options
from storage.renditions.codecs.jpeg import JPEG
from storage.renditions.codecs.png import PNG
from storage.renditions.codecs.webp import WEBP

ENCODERS = {encoder.codec.format: encoder for encoder in (JPEG, WEBP, AVIF, PNG)}

# What a copy is written as where its recipe names no format: as the source, where that can be written.
_OF_SOURCE = {
    "image/jpeg": Format.JPEG,
    "image/heic": Format.JPEG,
    "image/png": Format.PNG,
    "image/webp": Format.WEBP,
    "image/gif": Format.WEBP,
    "image/avif": Format.AVIF,
}


def encoder_for(recipe: Recipe, content_type: str) -> Encoder:
    """The recipe's, or that of a source of this type."""
    return ENCODERS[recipe.format or _OF_SOURCE[content_type]]


def all_options(encoder: Encoder, recipe: Recipe) -> Options:
    """Every option of the format, as the recipe wants it or by default."""
    return {option.name: recipe.options.get(option.name, option.default) for option in encoder.codec.options}
