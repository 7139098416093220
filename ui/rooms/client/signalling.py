"""Signals between two peers, sealed so that the server which passes them on learns only who wrote to whom."""

import json
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ui.rooms.client.bytes import base64url, from_base64url
from ui.rooms.client.refused import NotAuthentic
from ui.rooms.client.secret import RoomKeys

_NONCE_BYTES = 12
_PEER_BYTES = 12
_LABEL = b"kamra-room-1/signal\0"


def new_peer() -> str:
    """96 random bits in hex: one's name in the room for as long as one is connected."""
    return secrets.token_hex(_PEER_BYTES)


def seal_signal(keys: RoomKeys, sender: str, to: str, plaintext: bytes, nonce: bytes | None = None) -> str:
    """The sealed signal as base64url; the nonce is random but where a known result is to be reproduced."""
    nonce = nonce or secrets.token_bytes(_NONCE_BYTES)
    sealed = nonce + AESGCM(keys.signal).encrypt(nonce, plaintext, _associated(keys, sender, to))
    return base64url(sealed)


def open_signal(keys: RoomKeys, sender: str, to: str, sealed: str) -> bytes:
    """The plaintext.

    `NotAuthentic`: no member sealed this for these two, in this direction.
    """
    try:
        data = from_base64url(sealed)
        associated = _associated(keys, sender, to)
        return AESGCM(keys.signal).decrypt(data[:_NONCE_BYTES], data[_NONCE_BYTES:], associated)
    except (InvalidTag, ValueError):
        raise NotAuthentic from None


class Signals:
    """What one peer sends and takes: each signal is numbered by sender and connection, and counts once."""

    def __init__(self, keys: RoomKeys, peer: str) -> None:
        self._keys = keys
        self._peer = peer
        self._sent: dict[tuple[str, str], int] = {}
        self._taken: dict[tuple[str, str], int] = {}

    def seal(self, to: str, connection: str, fields: dict[str, Any]) -> str:
        """The next signal of this connection."""
        number = self._sent.get((to, connection), 0) + 1
        self._sent[to, connection] = number
        text = json.dumps({"connection": connection, "n": number, **fields}, separators=(",", ":"))
        return seal_signal(self._keys, self._peer, to, text.encode())

    def open(self, sender: str, sealed: str) -> dict[str, Any] | None:
        """What it says; None for one that came before, or behind a newer one.

        `NotAuthentic`: no member sealed this for the two of them.
        """
        fields = _fields_of(open_signal(self._keys, sender, self._peer, sealed))
        connection, number = fields.get("connection"), fields.get("n")
        if not isinstance(connection, str) or type(number) is not int:  # `True` counts nothing
            raise NotAuthentic
        if number <= self._taken.get((sender, connection), 0):
            return None
        self._taken[sender, connection] = number
        return fields


def _fields_of(plaintext: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(plaintext)
    except (ValueError, RecursionError):
        raise NotAuthentic from None
    if not isinstance(fields, dict):
        raise NotAuthentic
    return fields


def _associated(keys: RoomKeys, sender: str, to: str) -> bytes:
    return _LABEL + keys.room + bytes.fromhex(sender) + bytes.fromhex(to)
