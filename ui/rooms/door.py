"""What somebody who asks for a room carries: a scheme of its own in `Authorization`, and the address they come from."""

import base64
import binascii

from starlette.requests import HTTPConnection

from domain.rooms.admit import Door
from domain.rooms.room import RoomId, RoomNotFound, is_hex_id
from ui.accounts.address import counted_address
from ui.parts import Parts

ROOM, OWNER, UPLOADER = "room", "roomowner", "uploader"


def door_of(connection: HTTPConnection, parts: Parts, room_id: str) -> Door:
    """The door of the room with the id in an address. Raises RoomNotFound when that is no id."""
    if not is_hex_id(room_id):
        raise RoomNotFound
    return Door(
        works=parts.works,
        clock=parts.clock,
        room_id=RoomId(room_id),
        address=counted_address(connection),
        is_limited=parts.settings.rate_limits == "on",
    )


def carried(connection: HTTPConnection) -> tuple[str, bytes | None]:
    """The scheme of what is carried, in lower case, and its bytes; nothing for a call that carries none."""
    scheme, _, written = connection.headers.get("authorization", "").partition(" ")
    return scheme.lower(), bytes_in(written.strip()) if scheme else None


def base64url(value: bytes) -> str:
    """The bytes as texts of the protocol carry them, without padding."""
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


def bytes_in(written: str) -> bytes:
    """What was written as base64url without padding; no bytes, which open nothing, when it is none."""
    try:
        return base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
