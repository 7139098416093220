"""A recipe as JSON, and as the fields of a form."""

import json
from typing import Annotated, Any, Self

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from domain.errors import RuleBroken
from domain.media.compressions.check_recipe import MOST_QUALITY, MOST_TARGET_BYTES, TURNS
from domain.media.compressions.recipe import MOST_PIXELS_A_SIDE, Adjustment, Crop, Format, MetadataKept, Recipe


class BadRecipe(RuleBroken):
    """A field of a form that should be JSON is none."""


def _from_to(least: float, most: float) -> dict[str, Any]:
    """Said in the description only: the domain refuses with a sentence of its own."""
    return {"minimum": least, "maximum": most}


_STRICT = ConfigDict(extra="forbid")  # a goal whose name is misspelt must not be taken for none
_STRUCTURED = ("crop", "adjust", "options")

Side = Annotated[int | None, Field(json_schema_extra=_from_to(1, MOST_PIXELS_A_SIDE))]
Amount = Annotated[float, Field(json_schema_extra=_from_to(-1, 1))]
OptionName = Annotated[str, Field(max_length=50)]
OptionText = Annotated[str, Field(max_length=50)]


class CropShape(BaseModel):
    """A part of the upright, turned picture, in its full-size pixels."""

    model_config = _STRICT

    x: Annotated[int, Field(json_schema_extra={"minimum": 0})]
    y: Annotated[int, Field(json_schema_extra={"minimum": 0})]
    width: Annotated[int, Field(json_schema_extra={"minimum": 1})]
    height: Annotated[int, Field(json_schema_extra={"minimum": 1})]


class AdjustShape(BaseModel):
    """Changes of light and colour; 0 changes nothing."""

    model_config = _STRICT

    light: Amount = 0
    contrast: Amount = 0
    colour: Amount = 0
    warmth: Amount = 0
    monochrome: bool = False


class RecipeShape(BaseModel):
    """How a copy is made: turned clockwise, then cropped, then fitted inside `width` × `height`.

    `quality`, `target_bytes` and `min_similarity` exclude each other; without any, it is the format's default quality.
    """

    model_config = _STRICT

    format: Annotated[
        Format | None, Field(description="The picture's own without it; JPEG for HEIC, WebP for GIF.")
    ] = None
    quality: Annotated[int | None, Field(json_schema_extra=_from_to(1, MOST_QUALITY))] = None
    target_bytes: Annotated[
        int | None,
        Field(
            description="The best quality of at most so many bytes.", json_schema_extra=_from_to(1, MOST_TARGET_BYTES)
        ),
    ] = None
    min_similarity: Annotated[
        float | None,
        Field(description="The fewest bytes at least so like the uncompressed one.", json_schema_extra=_from_to(0, 1)),
    ] = None
    width: Side = None
    height: Side = None
    rotate: Annotated[int, Field(description="Degrees clockwise.", json_schema_extra={"enum": list(TURNS)})] = 0
    crop: CropShape | None = None
    adjust: AdjustShape = AdjustShape()
    metadata: MetadataKept = MetadataKept.NONE
    enlarge: Annotated[bool, Field(description="Whether it may get larger than the picture is.")] = False
    options: Annotated[
        dict[OptionName, bool | int | OptionText],
        Field(description="The format's own choices, see `GET /compress/formats`.", max_length=20),
    ] = {}

    @model_validator(mode="before")
    @classmethod
    def _unwrapped(cls, data: Any) -> Any:
        """`{"recipe": {…}}` says the same as what is in it."""
        return data["recipe"] if isinstance(data, dict) and list(data) == ["recipe"] else data

    def as_recipe(self) -> Recipe:
        """What the domain takes; ranges and goals are not checked yet."""
        return Recipe(
            format=self.format,
            quality=self.quality,
            target_bytes=self.target_bytes,
            min_similarity=self.min_similarity,
            width=self.width,
            height=self.height,
            rotate=self.rotate,
            crop=None if self.crop is None else Crop(**self.crop.model_dump()),
            adjust=Adjustment(**self.adjust.model_dump()),
            metadata=self.metadata,
            enlarge=self.enlarge,
            options=dict(self.options),
        )

    @classmethod
    def of(cls, recipe: Recipe) -> Self:
        """The JSON of a recipe."""
        return cls.model_validate(recipe, from_attributes=True)


def recipe_in_form(fields: dict[str, str]) -> Recipe:
    """The recipe of a form: a field `recipe` as JSON, or its parts as fields, empty ones being left out.

    Raises BadRecipe, and RequestValidationError as a JSON body would.
    """
    said = {name: _read(name, text) for name, text in fields.items() if text}
    whole = said.pop("recipe", {})
    if not isinstance(whole, dict):
        raise BadRecipe(field="recipe")
    try:
        return RecipeShape.model_validate({**whole, **said}).as_recipe()
    except ValidationError as error:
        found = [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
        raise RequestValidationError(found) from None


def _read(name: str, text: str) -> Any:
    if name != "recipe" and name not in _STRUCTURED:
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BadRecipe(field=name) from None
