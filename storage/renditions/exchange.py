"""What the pool and a worker say to each other: one line of JSON each way per picture."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self, TypeAlias

from domain.errors import RuleBroken
from domain.files import FileMissing, OutOfSpace
from domain.media.compressions.compressing import Compressed, SimilarityTooHigh, TargetTooSmall
from domain.media.compressions.recipe import CropOutside, Recipe
from domain.media.compressions.written_recipe import recipe_from, recipe_values
from domain.media.rendering import (
    CameraFacts,
    NotAPicture,
    PictureDamaged,
    PictureTooSlow,
    Rendered,
    RenderedFile,
    Rung,
    TooManyPixels,
)

Answer: TypeAlias = Rendered | tuple[RenderedFile, ...] | Compressed | RuleBroken | OutOfSpace | FileMissing

LAST = "--last"  # what a worker is told at its start that computes only while nobody else does

_OF_PICTURES = (NotAPicture, PictureDamaged, TooManyPixels, PictureTooSlow)
_OF_RECIPES = (CropOutside, TargetTooSmall, SimilarityTooHigh)
_REFUSALS: dict[str, type[RuleBroken]] = {kind.code: kind for kind in (*_OF_PICTURES, *_OF_RECIPES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Read `original`, put its renditions into `into`; both absolute. With `rungs`, lighter ones of those alone.

    With a `recipe`, a copy made by it and nothing else.
    """

    original: Path
    into: Path
    rungs: tuple[Rung, ...] = ()
    recipe: Recipe | None = None

    @classmethod
    def about(cls, original: Path, into: Path, rungs: Sequence[Rung] = (), recipe: Recipe | None = None) -> Self:
        """The request about files that may be named relative to the server's folder, which is not the worker's."""
        return cls(original=original.absolute(), into=into.absolute(), rungs=tuple(rungs), recipe=recipe)


def write_request(request: Request) -> bytes:
    """The request as a line."""
    rungs = [asdict(rung) for rung in request.rungs]
    files = {"original": str(request.original), "into": str(request.into)}
    return _line({**files, "rungs": rungs, "recipe": request.recipe and recipe_values(request.recipe)})


def read_request(line: bytes) -> Request:
    """The request that a line holds."""
    said = json.loads(line)
    rungs = tuple(Rung(**rung) for rung in said["rungs"])
    recipe = said["recipe"] and recipe_from(said["recipe"])
    return Request(original=Path(said["original"]), into=Path(said["into"]), rungs=rungs, recipe=recipe)


def write_answer(answer: Answer) -> bytes:
    """The answer as a line."""
    if isinstance(answer, RuleBroken):
        return _line({"refused": answer.code, "field": answer.field, "facts": answer.facts})
    if isinstance(answer, OutOfSpace):
        return _line({"no_space": True})
    if isinstance(answer, FileMissing):
        return _line({"missing": True})
    if isinstance(answer, Compressed):
        return _line({"copy": {**asdict(answer), "path": answer.path.name}})
    if isinstance(answer, tuple):
        return _line({"lighter": [_file(file) for file in answer]})
    said = asdict(answer)
    said["placeholder"] = answer.placeholder.hex()
    said["taken_at"] = answer.taken_at and answer.taken_at.isoformat()
    said["files"] = [_file(file) for file in answer.files]
    return _line({"rendered": said})


def read_answer(line: bytes, into: Path) -> Answer:
    """The answer that a line holds about pictures in the folder `into`."""
    said = json.loads(line)
    if "refused" in said:
        return _REFUSALS[said["refused"]](field=said["field"], **said["facts"])
    if "no_space" in said:
        return OutOfSpace()
    if "missing" in said:
        return FileMissing()
    if "copy" in said:
        return Compressed(**{**said["copy"], "path": into / said["copy"]["path"]})
    if "lighter" in said:
        return _files(said["lighter"], into)
    made: dict[str, Any] = said["rendered"]
    return Rendered(
        content_type=made["content_type"],
        width=made["width"],
        height=made["height"],
        taken_at=datetime.fromisoformat(made["taken_at"]) if made["taken_at"] else None,
        has_location=made["has_location"],
        camera=CameraFacts(**made["camera"]),
        placeholder=bytes.fromhex(made["placeholder"]),
        files=_files(made["files"], into),
    )


def _file(file: RenderedFile) -> dict[str, Any]:
    return {**asdict(file), "path": file.path.name}


def _files(said: list[dict[str, Any]], into: Path) -> tuple[RenderedFile, ...]:
    return tuple(RenderedFile(**{**file, "path": into / file["path"]}) for file in said)


def _line(said: dict[str, Any]) -> bytes:
    return json.dumps(said).encode() + b"\n"
