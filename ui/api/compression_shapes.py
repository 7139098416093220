"""Kept copies and the formats there are, as JSON."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from domain.media.compressions.compressing import Codec, Option
from domain.media.compressions.compression import Compression
from domain.media.compressions.recipe import Format
from domain.media.media import Media
from ui.api.recipe_shapes import RecipeShape
from ui.media.addresses import compression_url
from ui.parts import Parts


class CompressionShape(BaseModel):
    """A smaller copy that is kept; `url` works without a token until it runs out."""

    id: UUID
    media_id: UUID
    recipe: Annotated[RecipeShape, Field(description="As it was understood: what changes nothing is left out.")]
    content_type: str
    bytes: int
    width: int
    height: int
    saving: Annotated[float, Field(description="1 − its bytes / the original's; below 0 when it is larger.")]
    larger_than_source: bool
    similarity: Annotated[
        float, Field(description="Mean SSIM of luma over 8 × 8 blocks against the picture resized but not encoded.")
    ]
    quality: Annotated[int | None, Field(description="The one that was used; null for what loses nothing.")]
    url: str
    created_at: datetime


class OptionShape(BaseModel):
    """Something a format lets one choose: one of `choices`, or a whole number from `min` to `max`."""

    name: str
    label: str
    default: bool | int | str
    choices: list[bool | int | str] | None
    min: int | None
    max: int | None


class FormatShape(BaseModel):
    """A format that copies can be written in."""

    format: Format
    label: str
    content_type: str
    extension: str
    default_quality: int
    keeps_animation: bool
    options: list[OptionShape]


def compression_shape(parts: Parts, media: Media, copy: Compression) -> CompressionShape:
    """The copy for its owner."""
    return CompressionShape(
        id=copy.id,
        media_id=copy.media_id,
        recipe=RecipeShape.of(copy.recipe),
        content_type=copy.content_type,
        bytes=copy.bytes,
        width=copy.width,
        height=copy.height,
        saving=round(1 - copy.bytes / max(1, media.bytes), 4),
        larger_than_source=copy.bytes > media.bytes,
        similarity=copy.similarity,
        quality=copy.quality,
        url=compression_url(parts, media.id, copy.id, media.owner_id),
        created_at=copy.created_at,
    )


def format_shape(codec: Codec) -> FormatShape:
    """The format for a form or a script."""
    return FormatShape(
        format=codec.format,
        label=codec.label,
        content_type=codec.content_type,
        extension=codec.extension,
        default_quality=codec.default_quality,
        keeps_animation=codec.keeps_animation,
        options=[_option_shape(option) for option in codec.options],
    )


def _option_shape(option: Option) -> OptionShape:
    return OptionShape(
        name=option.name,
        label=option.label,
        default=option.default,
        choices=None if option.is_range else list(option.choices),
        min=int(option.choices[0]) if option.is_range else None,
        max=int(option.choices[-1]) if option.is_range else None,
    )
