"""What is said on a room's socket: what a client may send, what it is told, and how much at once."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from domain.errors import Malformed, TooLarge
from domain.rooms.room import Room

MESSAGE_MAX_BYTES = 64 * 1024
_PEER = re.compile(r"[0-9a-f]{24}", re.ASCII)
_BASE64URL = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


class JoinMissing(Malformed):
    """The first message did not come in time, or was no join."""


class MessageMalformed(Malformed):
    """No JSON object of a shape that the protocol has."""


class MessageTooLarge(TooLarge):
    """More than fits into one message; fact: `max`, bytes."""


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody comes: what opens the room, as base64url, and the 24 hexadecimal digits their page calls itself by."""

    auth: str
    peer: str


@dataclass(frozen=True, slots=True)
class Signal:
    """Something sealed for one other peer."""

    to: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Ping:
    """A page asks whether anybody is there; pages do not see the pings of the protocol below."""


Sent: TypeAlias = Join | Signal | Ping | None  # None: of a type that this Kamra does not know yet


def understood(text: str) -> Sent:
    """What the message says. Raises MessageTooLarge, MessageMalformed."""
    if len(text) > MESSAGE_MAX_BYTES or len(text.encode()) > MESSAGE_MAX_BYTES:
        raise MessageTooLarge(max=MESSAGE_MAX_BYTES)
    said = _object(text)
    match said.get("type"):
        case "join":
            return Join(auth=_written(said, "auth", _BASE64URL), peer=_written(said, "peer", _PEER))
        case "signal":
            return Signal(to=_written(said, "to", _PEER), sealed=_written(said, "sealed", _BASE64URL))
        case "ping":
            return Ping()
        case str():
            return None
        case _:
            raise MessageMalformed(field="type")


def message(kind: str, **facts: object) -> str:
    """A message as text."""
    return json.dumps({"type": kind, **facts}, separators=(",", ":"))


def welcome(room: Room, others: Iterable[str], ice_servers: list[dict[str, Any]]) -> str:
    """The first message to somebody who has joined."""
    return message(
        "welcome",
        peers=sorted(others),
        last_seq=room.entries,
        expires_at=room.expires_at.isoformat(),
        ice_servers=ice_servers,
    )


def _object(text: str) -> dict[str, Any]:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        raise MessageMalformed from None
    if not isinstance(said, dict):
        raise MessageMalformed
    return said


def _written(said: dict[str, Any], name: str, form: re.Pattern[str]) -> str:
    value = said.get(name)
    if not isinstance(value, str) or not form.fullmatch(value):
        raise MessageMalformed(field=name)
    return value
