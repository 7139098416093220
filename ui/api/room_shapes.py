"""Rooms as JSON."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, Field

from domain.rooms.entry import ENTRY_MAX_BYTES, MOST_ENTRIES, MOST_ENTRIES_BYTES
from domain.rooms.limits import RoomLimits
from domain.rooms.room import Keep, Room
from domain.rooms.stored_object import MOST_OBJECTS, PART_BYTES
from ui.settings import Settings

Digest = Annotated[
    str, Field(pattern="^[0-9a-fA-F]{64}$", description="SHA-256 of the 32 bytes, in hexadecimal digits.")
]


class NewRoomShape(BaseModel):
    """What the server has to know of a room to come; its secret and its name stay with who makes it."""

    room_id: Annotated[str, Field(description="16 bytes as 32 lower-case hexadecimal digits.", max_length=100)]
    auth_hash: Digest
    owner_hash: Digest
    keep: Keep = Keep.ALWAYS
    days: Annotated[int | None, Field(json_schema_extra={"minimum": 1})] = None


class RoomLimitsShape(BaseModel):
    """How much fits, in bytes as the server sees them (sealed), and how long a room may live from when it was made."""

    days: int
    room_bytes: int
    object_bytes: int
    part_bytes: int
    objects: int
    entries: int
    entry_bytes: int
    entries_bytes: int


class OpenedRoomShape(BaseModel):
    """A room that has just been opened."""

    room_id: str
    expires_at: datetime
    limits: RoomLimitsShape


class OwnRoomShape(BaseModel):
    """A room as its owner's list shows it: the server cannot name it."""

    room_id: str
    keep: Keep
    created_at: datetime
    expires_at: datetime
    bytes_stored: int
    people_inside: int


class RoomShape(BaseModel):
    """A room for somebody who is in it; its end may be moved up to `latest_expiry`."""

    room_id: str
    keep: Keep
    created_at: datetime
    expires_at: datetime
    latest_expiry: datetime
    bytes_stored: Annotated[int, Field(description="Of all objects that are here, also those still being sent.")]
    bytes_reserved: Annotated[int, Field(description="What counts towards `limits.room_bytes`.")]
    last_seq: int
    limits: RoomLimitsShape
    ice_servers: list[dict[str, Any]]


class RoomChange(BaseModel):
    """What shall be different; what is left out stays."""

    expires_at: AwareDatetime | None = None
    keep: Keep | None = None


def room_limits_of(settings: Settings) -> RoomLimits:
    """How much rooms may hold, and how long they live."""
    return RoomLimits(
        days=settings.room_days,
        room_bytes=settings.room_max_bytes,
        file_bytes=settings.room_file_max_bytes,
        rooms_per_account=settings.rooms_per_account,
        disk_reserve=settings.disk_reserve_bytes,
    )


def limits_shape(settings: Settings) -> RoomLimitsShape:
    """The same as it is told to clients."""
    limits = room_limits_of(settings)
    return RoomLimitsShape(
        days=limits.days,
        room_bytes=limits.room_bytes,
        object_bytes=limits.object_bytes,
        part_bytes=PART_BYTES,
        objects=MOST_OBJECTS,
        entries=MOST_ENTRIES,
        entry_bytes=ENTRY_MAX_BYTES,
        entries_bytes=MOST_ENTRIES_BYTES,
    )


def room_shape(room: Room, stored: int, settings: Settings, ice_servers: list[dict[str, Any]]) -> RoomShape:
    """The room, of which `stored` bytes are here."""
    return RoomShape(
        room_id=room.id,
        keep=room.keep,
        created_at=room.created_at,
        expires_at=room.expires_at,
        latest_expiry=room.latest_expiry,
        bytes_stored=stored,
        bytes_reserved=room.bytes_reserved,
        last_seq=room.entries,
        limits=limits_shape(settings),
        ice_servers=ice_servers,
    )
