"""One room as the server knows it: who may come in, until when, and how much is in it; never what."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from domain.errors import Conflict, Forbidden, Gone, NotFound, NotSignedIn, RuleBroken
from domain.ids import AccountId

RoomId = NewType("RoomId", str)  # 32 lower-case hexadecimal digits, which its creator derived from the secret
ObjectId = NewType("ObjectId", str)  # likewise, from what the object holds

REMEMBERED = timedelta(days=30)  # for so long after its end a room answers that it is over, then that there is none

_SIXTEEN_BYTES = re.compile(r"[0-9a-f]{32}", re.ASCII)


class RoomNotFound(NotFound):
    """No room has this id, or it has been over for so long that nobody remembers it."""


class RoomOver(Gone):
    """The room's time has come, or it was closed; facts: `over_at` (RFC 3339), `closed` (whether somebody did it)."""


class RoomTaken(Conflict):
    """There is a room with this id already."""


class TooManyRooms(Conflict):
    """The account has as many open rooms as it may have; fact: `max`."""


class RoomAuthMissing(NotSignedIn):
    """The call carries nothing that opens a room."""


class RoomAuthWrong(NotSignedIn):
    """What the call carries opens another room, or none."""


class RoomOwnerOnly(Forbidden):
    """Being in the room is not enough: this is for whoever made it."""


class BadRoomId(RuleBroken):
    """A room's id is 16 bytes, written as 32 lower-case hexadecimal digits."""


class BadRoomEnd(RuleBroken):
    """A room ends after now, and at most so many days after it was made; fact: `max_days`."""


class Keep(StrEnum):
    """Whether the room keeps sealed objects for people who are not there yet; `ask` leaves it to each sender."""

    NEVER = "never"
    ASK = "ask"
    ALWAYS = "always"


class RoomState(StrEnum):
    """What becomes of a room: `deleting` from when its end was noted until no byte of it is left."""

    OPEN = "open"
    DELETING = "deleting"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room. `auth_hash` and `owner_hash` are SHA-256 (32 bytes) of what opens it and of what changes it.

    `account_id` is None once that person has left. `latest_expiry` is as far as its end may be moved. `objects` and
    `bytes_reserved` are what its objects count for, `entries` and `entries_bytes` what its manifest does.
    """

    id: RoomId
    account_id: AccountId | None
    auth_hash: bytes
    owner_hash: bytes
    keep: Keep
    state: RoomState
    created_at: datetime
    expires_at: datetime
    latest_expiry: datetime
    closed_at: datetime | None
    objects: int
    bytes_reserved: int
    entries: int
    entries_bytes: int

    @property
    def over_at(self) -> datetime:
        """When it was closed, else when its time is over."""
        return self.closed_at or self.expires_at

    def is_over(self, now: datetime) -> bool:
        """Whether nobody may do anything in it any more, from that second on."""
        return self.state is not RoomState.OPEN or self.expires_at <= now

    def demand_open(self, now: datetime) -> None:
        """Raises RoomOver."""
        if self.is_over(now):
            raise RoomOver(over_at=self.over_at.isoformat(), closed=self.closed_at is not None)


def is_hex_id(written: str) -> bool:
    """Whether this is how a room's or an object's id is written."""
    return _SIXTEEN_BYTES.fullmatch(written) is not None
