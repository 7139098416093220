"""Making smaller copies that are answered with and not kept: of one's own picture, or of a file in a form."""

from contextlib import ExitStack
from typing import Any

from fastapi import APIRouter, Request, Response

from domain.errors import Conflict
from domain.giving_up import unless
from domain.ids import MediaId
from domain.media.compressions.compressing import Compressed
from domain.media.compressions.naming import copy_name
from domain.media.compressions.try_recipe import try_on_file, try_on_picture
from domain.media.media import MediaNotFound
from domain.scratch import scratch_folder
from ui.api.compression_shapes import FormatShape, format_shape
from ui.api.credentials import Reader, Writer
from ui.api.media import TheMedia
from ui.api.path_ids import path_id
from ui.api.recipe_shapes import RecipeShape, recipe_in_form
from ui.api.refusals import refuses
from ui.api.workshop import workshop_of
from ui.media.disposition import attachment
from ui.media.linked import SAVED
from ui.media.scratch_answer import ScratchAnswer
from ui.parts import TheParts
from ui.uploads.loose_form import read_loose_form

router = APIRouter(tags=["compressions"])


class CallerLeft(Conflict):
    """Whoever asked went away before there was an answer."""


def _header(kind: str, description: str) -> dict[str, Any]:
    return {"schema": {"type": kind}, "description": description}


_BINARY = {"schema": {"type": "string", "format": "binary"}}
_COPY: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The copy itself.",
        "content": dict.fromkeys(("image/jpeg", "image/png", "image/webp", "image/avif"), _BINARY),
        "headers": {
            "X-Original-Bytes": _header("integer", "Length of what it was made of."),
            "X-Compressed-Bytes": _header("integer", "Its length."),
            "X-Width": _header("integer", "In pixels."),
            "X-Height": _header("integer", "In pixels."),
            "X-Similarity": _header("number", "From 0 to 1, as in a kept copy."),
            "X-Quality": _header("integer", "The quality that was used; absent for what loses nothing."),
            "X-Frames": _header("integer", "1, or how many an animation has."),
            "X-Original-Frames": _header("integer", "The same of what it was made of; not every format moves."),
        },
    }
}
_FORM: dict[str, Any] = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {"type": "string", "format": "binary"},
        "recipe": {"type": "string", "description": "All of it as JSON; or its parts in fields of their own."},
        **{name: {"type": "string"} for name in RecipeShape.model_fields},
    },
}


@router.get("/compress/formats", responses=refuses(401, 403))
async def list_formats(_actor: Reader, parts: TheParts) -> list[FormatShape]:
    """Every format copies can be written in, with its choices and their defaults."""
    return [format_shape(codec) for codec in parts.compressor.codecs]


@router.post(
    "/media/{media_id}/compress",
    response_class=Response,
    responses={**_COPY, **refuses(400, 401, 403, 404, 409, 413, 422, 507)},
)
async def compress_picture(
    request: Request, actor: Writer, parts: TheParts, media_id: TheMedia, recipe: RecipeShape
) -> ScratchAnswer:
    """A copy of one's own picture. Nothing is kept, and a newer call for the same picture ends this one (409)."""
    wanted = MediaId(path_id(media_id, MediaNotFound))
    with ExitStack() as held:
        folder = held.enter_context(scratch_folder())
        trying = try_on_picture(workshop_of(parts), actor, wanted, recipe.as_recipe(), folder)
        media, made = await unless(_left(request), trying, CallerLeft)
        return _answer(made, media.name, media.bytes, held)


@router.post(
    "/compress",
    response_class=Response,
    responses={**_COPY, **refuses(400, 401, 403, 409, 413, 415, 422, 507)},
    openapi_extra={"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": _FORM}}}},
)
async def compress_file(request: Request, actor: Writer, parts: TheParts) -> ScratchAnswer:
    """A copy of the file in a form (`file`, and the recipe in fields of their own or as JSON in `recipe`)."""
    workshop = workshop_of(parts)
    with ExitStack() as held:
        folder = held.enter_context(scratch_folder())
        into = folder / "copy"
        into.mkdir()
        async with workshop.places.place(actor.account.id):  # before its bytes come: they wait with their sender
            form = await read_loose_form(request, parts, folder)
            recipe = recipe_in_form(form.fields)
            made = await unless(_left(request), try_on_file(workshop, form.file, recipe, into), CallerLeft)
        return _answer(made, form.file.name, form.file.bytes, held)


async def _left(request: Request) -> None:
    """Returns when whoever asked has gone away; all of the request was read before."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _answer(made: Compressed, name: str, original_bytes: int, held: ExitStack) -> ScratchAnswer:
    headers = {
        **SAVED,
        "Content-Disposition": attachment(copy_name(name, made.width, made.content_type)),
        "X-Original-Bytes": str(original_bytes),
        "X-Compressed-Bytes": str(made.bytes),
        "X-Width": str(made.width),
        "X-Height": str(made.height),
        "X-Similarity": f"{made.similarity:.4f}",
        "X-Frames": str(made.frames),
        "X-Original-Frames": str(made.original_frames),
        **({} if made.quality is None else {"X-Quality": str(made.quality)}),
    }
    return ScratchAnswer(made.path, made.content_type, headers, held.pop_all())
