"""What a server has acknowledged to the people in rooms, to be held against what it still has later."""

import asyncio
import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime

_ROOMS = "/api/v1/rooms"


@dataclass(slots=True, kw_only=True)
class KilledRoom:
    """A room, its two secrets, and what was acknowledged in it; `ends` once that was acknowledged, or its closing."""

    id: str = field(default_factory=lambda: secrets.token_hex(16))
    auth: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    owner: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    parts: dict[str, dict[int, str]] = field(default_factory=dict)
    """By object and number the SHA-256 of each part that was acknowledged, in hexadecimal digits."""
    complete: dict[str, str] = field(default_factory=dict)
    """Objects that were acknowledged as complete: the SHA-256 of all of it."""
    entries: int = 0
    may_end: bool = False
    """From when somebody asked for its end on: it may be over or not."""
    ends: datetime | None = None

    @property
    def path(self) -> str:
        return f"{_ROOMS}/{self.id}"

    @property
    def member(self) -> dict[str, str]:
        """What somebody in it carries."""
        return {"Authorization": f"Room {_base64url(self.auth)}"}

    @property
    def keeper(self) -> dict[str, str]:
        """What its creator carries."""
        return {"Authorization": f"RoomOwner {_base64url(self.owner)}"}

    @property
    def opened(self) -> dict[str, str]:
        """What its creator says of it."""
        hashes = {"auth_hash": hashlib.sha256(self.auth), "owner_hash": hashlib.sha256(self.owner)}
        return {"room_id": self.id, "keep": "always", **{name: one.hexdigest() for name, one in hashes.items()}}

    def is_over(self) -> bool:
        """Whether its end has come, by the clock of this machine."""
        return self.ends is not None and self.ends <= datetime.now(UTC)


@dataclass(slots=True, kw_only=True)
class RoomsLedger:
    """All rooms that were opened."""

    rooms: list[KilledRoom] = field(default_factory=list)
    somebody_ended: asyncio.Event = field(default_factory=asyncio.Event)
    """Set from the first room on of which somebody was told that it is over."""
    surprises: list[str] = field(default_factory=list)
    """Answers that no kill explains."""

    @property
    def parts(self) -> int:
        """How many were acknowledged, also in rooms that are over."""
        return sum(len(parts) for room in self.rooms for parts in room.parts.values())


def _base64url(secret: bytes) -> str:
    return base64.urlsafe_b64encode(secret).rstrip(b"=").decode()
