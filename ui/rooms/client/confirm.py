"""The first frame on a data channel: proof that who is at its other end is in the room, and nobody in between."""

import hmac
from typing import Literal

from ui.rooms.client.secret import RoomKeys

_LABEL = b"kamra-room-1/confirm\0"

Role = Literal["offerer", "answerer"]


def confirmation(keys: RoomKeys, role: Role, offer_fingerprint: bytes, answer_fingerprint: bytes) -> bytes:
    """What the side in this role sends: 32 bytes; the fingerprints are SHA-256 of the two DTLS certificates."""
    said = _LABEL + keys.room + role.encode() + b"\0" + offer_fingerprint + answer_fingerprint
    return hmac.digest(keys.confirm, said, "sha256")


def is_confirmation(
    frame: bytes, keys: RoomKeys, role: Role, offer_fingerprint: bytes, answer_fingerprint: bytes
) -> bool:
    """Whether the frame came from a member in this role, over a connection between these two certificates."""
    return hmac.compare_digest(frame, confirmation(keys, role, offer_fingerprint, answer_fingerprint))
