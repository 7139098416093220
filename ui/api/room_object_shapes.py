"""The objects of rooms as JSON, and the digest that comes with a part."""

import base64
import binascii
import re
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from domain.rooms.announce_object import AnnouncedObject
from domain.rooms.stored_object import PART_BYTES, BadPartDigest, ObjectState, Part, StoredObject
from ui.rooms.door import base64url

_SHA256 = re.compile(r"(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]{44}):\s*(?:,|$)", re.ASCII)


class NewObject(BaseModel):
    """What will be sent: its id, and how many bytes it has once it is sealed."""

    object_id: Annotated[str, Field(max_length=100, description="16 bytes as 32 lower-case hexadecimal digits.")]
    bytes: Annotated[int, Field(le=2**62, json_schema_extra={"minimum": 1})]


class PartShape(BaseModel):
    """A part that is here: its number from 0, and the SHA-256 of its bytes in hexadecimal digits."""

    n: int
    sha256: str


class ReservedObject(BaseModel):
    """A place for the object. Every part but the last has `part_bytes` bytes; the token is not shown again."""

    part_bytes: int
    uploader_token: Annotated[str, Field(description="With it, and only with it, its sender may remove the object.")]


class FoundObject(BaseModel):
    """An object that is here already, or some of it: whoever is in the room may send the parts that are missing."""

    part_bytes: int
    state: Literal["uploading", "ready"]
    parts: list[PartShape]


class PartsShape(BaseModel):
    """The parts that are here, to be compared with one's own before the object counts as kept."""

    state: Literal["uploading", "ready"]
    bytes: int
    parts: list[PartShape]


class CompleteObject(BaseModel):
    """An object that the room may have; its parts are to be compared with one's own before it counts as kept."""

    object_id: str
    bytes: int
    state: Literal["ready"] = "ready"
    parts: list[PartShape]


def reserved(token: bytes) -> ReservedObject:
    """What the sender of a new one is told."""
    return ReservedObject(part_bytes=PART_BYTES, uploader_token=base64url(token))


def found(announced: AnnouncedObject) -> FoundObject:
    """What is told of one that is here."""
    return FoundObject(part_bytes=PART_BYTES, state=_state(announced.stored), parts=_part_shapes(announced.parts))


def parts_shape(stored: StoredObject, parts: Sequence[Part]) -> PartsShape:
    """What is here of it."""
    return PartsShape(state=_state(stored), bytes=stored.bytes, parts=_part_shapes(parts))


def complete_shape(stored: StoredObject, parts: Sequence[Part]) -> CompleteObject:
    """What is told of one that is complete."""
    return CompleteObject(object_id=stored.id, bytes=stored.bytes, parts=_part_shapes(parts))


def _part_shapes(parts: Sequence[Part]) -> list[PartShape]:
    return [PartShape(n=part.n, sha256=part.sha256.hex()) for part in parts]


def digest_in(header: str | None) -> bytes:
    """The SHA-256 (32 bytes) that `Content-Digest` says (RFC 9530). Raises BadPartDigest."""
    said = _SHA256.search(header or "")
    try:
        digest = base64.b64decode(said[1], validate=True) if said else b""
    except binascii.Error:
        digest = b""
    if len(digest) != 32:
        raise BadPartDigest(field="Content-Digest")
    return digest


def _state(stored: StoredObject) -> Literal["uploading", "ready"]:
    return "ready" if stored.state is ObjectState.READY else "uploading"
