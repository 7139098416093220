"""What the pool and a worker say to each other: one line of JSON each way per picture."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self, TypeAlias

from domain.files import OutOfSpace
from domain.media.rendering import (
    CameraFacts,
    NotAPicture,
    PictureDamaged,
    PictureTooSlow,
    PictureUnreadable,
    Rendered,
    RenderedFile,
    TooManyPixels,
)

Answer: TypeAlias = Rendered | PictureUnreadable | OutOfSpace

_REFUSALS = {kind.code: kind for kind in (NotAPicture, PictureDamaged, TooManyPixels, PictureTooSlow)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Read `original`, put its renditions into `into`; both absolute."""

    original: Path
    into: Path

    @classmethod
    def about(cls, original: Path, into: Path) -> Self:
        """The request about files that may be named relative to the server's folder, which is not the worker's."""
        return cls(original=original.absolute(), into=into.absolute())


def write_request(request: Request) -> bytes:
    """The request as a line."""
    return _line({"original": str(request.original), "into": str(request.into)})


def read_request(line: bytes) -> Request:
    """The request that a line holds."""
    said = json.loads(line)
    return Request(original=Path(said["original"]), into=Path(said["into"]))


def write_answer(answer: Answer) -> bytes:
    """The answer as a line."""
    if isinstance(answer, PictureUnreadable):
        return _line({"refused": answer.code, "facts": answer.facts})
    if isinstance(answer, OutOfSpace):
        return _line({"no_space": True})
    said = asdict(answer)
    said["placeholder"] = answer.placeholder.hex()
    said["taken_at"] = answer.taken_at and answer.taken_at.isoformat()
    for file in said["files"]:
        file["path"] = file["path"].name
    return _line({"rendered": said})


def read_answer(line: bytes, into: Path) -> Answer:
    """The answer that a line holds about pictures in the folder `into`."""
    said = json.loads(line)
    if "refused" in said:
        return _REFUSALS[said["refused"]](**said["facts"])
    if "no_space" in said:
        return OutOfSpace()
    made: dict[str, Any] = said["rendered"]
    files = tuple(RenderedFile(**file) for file in made.pop("files"))
    return Rendered(
        content_type=made["content_type"],
        width=made["width"],
        height=made["height"],
        taken_at=datetime.fromisoformat(made["taken_at"]) if made["taken_at"] else None,
        has_location=made["has_location"],
        camera=CameraFacts(**made["camera"]),
        placeholder=bytes.fromhex(made["placeholder"]),
        files=tuple(replace(file, path=into / file.path) for file in files),
    )


def _line(said: dict[str, Any]) -> bytes:
    return json.dumps(said).encode() + b"\n"
