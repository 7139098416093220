"""The manifest: sealed entries in a chain, each naming the one before it."""

import hashlib
import json
import secrets
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ui.rooms.client.bytes import base64url
from ui.rooms.client.refused import ChainBroken, NotAuthentic
from ui.rooms.client.secret import RoomKeys

MAX_ENTRY_BYTES = 64 * 1024  # sealed
_NONCE_BYTES = 12
_LABEL = b"kamra-room-1/entry\0"
_BEFORE_THE_FIRST = bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as it was opened; unknown types and fields stay in `fields` and are ignored by who reads them."""

    seq: int
    fields: dict[str, Any]

    @property
    def type(self) -> object:
        return self.fields.get("type")


class Manifest:
    """The chain as far as it was read; `seq` (0: nothing yet) and `hash` are its head."""

    def __init__(self, keys: RoomKeys, peer: str) -> None:
        self._keys = keys
        self._peer = peer
        self.seq = 0
        self.hash = _BEFORE_THE_FIRST
        self.entries: list[Entry] = []

    def read(self, seq: int, sealed: bytes) -> Entry:
        """Take the next entry as it came from the server.

        `NotAuthentic`: no member sealed this entry for this place.
        `ChainBroken`: it is not the next, or it follows another than the one that was read before.
        """
        fields = _fields_of(open_entry(self._keys, seq, sealed))
        if seq != self.seq + 1 or fields.get("prev") != base64url(self.hash):
            raise ChainBroken
        return self._taken(Entry(seq=seq, fields=fields), sealed)

    def sealed(self, *written: dict[str, Any]) -> list[bytes]:
        """New entries, sealed for the places behind the head; they count once they come back from the server."""
        hash, out = self.hash, []
        for seq, fields in enumerate(written, self.seq + 1):
            head = {"v": 1, "type": fields["type"], "prev": base64url(hash), "peer": self._peer}
            text = json.dumps({**head, **fields}, ensure_ascii=False, separators=(",", ":"))
            out.append(seal_entry(self._keys, seq, text.encode()))
            hash = hash_of(out[-1])
        return out

    def _taken(self, entry: Entry, sealed: bytes) -> Entry:
        self.seq, self.hash = entry.seq, hash_of(sealed)
        self.entries.append(entry)
        return entry


def seal_entry(keys: RoomKeys, seq: int, plaintext: bytes, nonce: bytes | None = None) -> bytes:
    """Nonce ‖ ciphertext; the nonce is random but where a known result is to be reproduced."""
    nonce = nonce or secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(keys.entry).encrypt(nonce, plaintext, _associated(keys, seq))


def open_entry(keys: RoomKeys, seq: int, sealed: bytes) -> bytes:
    """The plaintext.

    `NotAuthentic`: no member sealed this entry for this place.
    """
    try:
        return AESGCM(keys.entry).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _associated(keys, seq))
    except (InvalidTag, ValueError):
        raise NotAuthentic from None


def hash_of(sealed: bytes) -> bytes:
    """What the next entry names this one by."""
    return hashlib.sha256(sealed).digest()


def _associated(keys: RoomKeys, seq: int) -> bytes:
    return _LABEL + keys.room + seq.to_bytes(8, "big")


def _fields_of(plaintext: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(plaintext)
    except (ValueError, RecursionError):
        raise ChainBroken from None
    if not isinstance(fields, dict):
        raise ChainBroken
    return fields
