"""One sealed object that a room keeps: so many bytes under an id, in parts that are files of their own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from domain.errors import Conflict, NotFound, RuleBroken, TooLarge
from domain.rooms.room import ObjectId, RoomId

CHUNK = 65_472  # bytes of the file in one sealed chunk
SEAL = 16  # bytes that sealing adds to each
PART_BYTES = 128 * (CHUNK + SEAL)
RESERVED_FOR = timedelta(days=1)  # after its last part
# Each of the manifest's entries names at most an object and its preview. It bounds what a room of tiny ones costs.
MOST_OBJECTS = 20_000


class RoomObjectNotFound(NotFound):
    """The room has no such object, or not all of it is here, or it was removed."""


class BadObjectId(RuleBroken):
    """An object's id is 16 bytes, written as 32 lower-case hexadecimal digits."""


class RoomKeepsNothing(Conflict):
    """The room was made to pass things from person to person only."""


class RoomObjectDiffers(Conflict):
    """An object with this id and another length is here; fact: `bytes`."""


class RoomObjectLeaving(Conflict):
    """The object is being removed at this moment."""


class RoomObjectEmpty(RuleBroken):
    """Sealed, even an empty file has bytes."""


class RoomFileTooLarge(TooLarge):
    """The object is larger than this Kamra takes; fact: `max_bytes`, of the file before it is sealed."""


class RoomFull(TooLarge):
    """What the room keeps would be more than it may; facts: `max_bytes`, `max`."""


class RoomPartNotFound(NotFound):
    """The object has no part with this number."""


class RoomPartTooLarge(TooLarge):
    """More bytes came than the part has; fact: `max_bytes`."""


class RoomPartIncomplete(RuleBroken):
    """Fewer bytes came than the part has; fact: `bytes`, how many it has."""


class BadPartDigest(RuleBroken):
    """`Content-Digest` must say the SHA-256 of the part (RFC 9530)."""


class PartDigestWrong(RuleBroken):
    """What came is not what `Content-Digest` says; nothing of it is kept."""


class PartTaken(Conflict):
    """The part is here already, with other bytes."""


class PartsMissing(Conflict):
    """Not all parts are here; fact: `missing`, how many are not."""


class ObjectState(StrEnum):
    """`uploading` until all parts are here and were declared complete; `deleting` until no byte of it is left."""

    UPLOADING = "uploading"
    READY = "ready"
    DELETING = "deleting"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredObject:
    """A sealed object of `bytes` bytes; `uploader_hash` is the SHA-256 (32 bytes) of what lets its sender remove it.

    While it is uploading, it is given up at `reserved_until`.
    """

    room_id: RoomId
    id: ObjectId
    uploader_hash: bytes
    bytes: int
    state: ObjectState
    created_at: datetime
    reserved_until: datetime

    @property
    def parts(self) -> int:
        """How many parts it has."""
        return -(-self.bytes // PART_BYTES)

    def part_bytes(self, n: int) -> int:
        """How many bytes its part `n` (from 0) has. Raises RoomPartNotFound."""
        if not 0 <= n < self.parts:
            raise RoomPartNotFound
        return min(PART_BYTES, self.bytes - n * PART_BYTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part that is here; `attempt` is which of the tries to send it counts, and names its file."""

    n: int
    sha256: bytes
    bytes: int
    attempt: UUID


def sealed_bytes(size: int) -> int:
    """How many bytes a file of `size` bytes has once it is sealed; an empty one has an empty chunk."""
    return size + SEAL * max(1, -(-size // CHUNK))
