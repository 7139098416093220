"""A room's manifest: entries sealed for their place in it, each holding the hash of the one before."""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ui.rooms.client.bytes import base64url
from ui.rooms.client.refused import NotAuthentic
from ui.rooms.client.room_view import RoomView
from ui.rooms.client.secret import RoomKeys

_VERSION = 1
_NONCE = 12
_BEFORE_THE_FIRST = base64url(bytes(32))
_PLACE = b"kamra-room-1/entry\0"

Trouble = Literal["unreadable", "forked", "rewritten", "hidden"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last entry somebody knows; `hash` is what the next has as its `prev`."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedEntry:
    """An entry as the server lists it."""

    seq: int
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is wrong with the list that the server shows, and where.

    `unreadable`: nobody of the room sealed it, or not for this place. `forked`: who wrote it had seen another entry
    before it. `rewritten`: another stood there earlier. `hidden`: some up to there are not shown.
    """

    kind: Trouble
    seq: int


class Manifest:
    """The chain as far as the server showed it, and what it says (`view`)."""

    def __init__(self, keys: RoomKeys, peer: str) -> None:
        self.view = RoomView()
        self.notices: list[Notice] = []
        self._keys = keys
        self._peer = peer  # who writes, in hexadecimal
        self._hashes = [_BEFORE_THE_FIRST]

    @property
    def head(self) -> Head:
        return Head(seq=len(self._hashes) - 1, hash=self._hashes[-1])

    def take(self, entries: Iterable[SealedEntry]) -> None:
        """Take what the server lists, in its order; what is known already is held against what was there."""
        for entry in entries:
            self._follow(entry)

    def seal_next(self, contents: Iterable[dict[str, Any]]) -> list[bytes]:
        """What comes behind the head, for one call of the server; nothing is taken until the server lists it."""
        prev, sealed = self.head.hash, []
        for seq, content in enumerate(contents, self.head.seq + 1):
            plain = {"v": _VERSION, "type": content["type"], "prev": prev, "peer": self._peer, **content}
            sealed.append(seal_entry(self._keys, seq, _json(plain)))
            prev = hash_of_sealed(sealed[-1])
        return sealed

    def against(self, head: Head) -> Notice | None:
        """Hold this list against a head that was remembered, or that somebody in the room says."""
        own = self._hashes[head.seq] if head.seq < len(self._hashes) else None
        if own == head.hash:
            return None
        return self._notice("hidden" if own is None else "rewritten", head.seq)

    def _follow(self, entry: SealedEntry) -> None:
        head, hash = self.head, hash_of_sealed(entry.sealed)
        if entry.seq <= head.seq:
            self.against(Head(seq=entry.seq, hash=hash))
            return
        if entry.seq > head.seq + 1:
            self._notice("hidden", entry.seq - 1)
            return
        # A chain over what the server lists, so that one bad entry does not break the rest.
        self._hashes.append(hash)
        try:
            fields = open_entry(self._keys, entry.seq, entry.sealed)
        except NotAuthentic:
            self._notice("unreadable", entry.seq)
            return
        if fields.get("prev") != head.hash:
            self._notice("forked", entry.seq)
        if fields.get("v") == _VERSION:
            self.view.fold(self._keys, fields)

    def _notice(self, kind: Trouble, seq: int) -> Notice:
        """One notice of a kind and place is enough."""
        notice = Notice(kind=kind, seq=seq)
        if notice not in self.notices:
            self.notices.append(notice)
        return notice


def seal_entry(keys: RoomKeys, seq: int, plaintext: bytes, nonce: bytes | None = None) -> bytes:
    """The nonce and the ciphertext; a nonce is given for the protocol's own examples alone."""
    nonce = nonce or secrets.token_bytes(_NONCE)
    return nonce + AESGCM(keys.entry).encrypt(nonce, plaintext, _associated(keys, seq))


def open_entry(keys: RoomKeys, seq: int, sealed: bytes) -> dict[str, Any]:
    """What its JSON says. Raises NotAuthentic when no member sealed it for this place, or it says nothing."""
    try:
        plain = AESGCM(keys.entry).decrypt(sealed[:_NONCE], sealed[_NONCE:], _associated(keys, seq))
        fields = json.loads(plain)
    except (InvalidTag, ValueError, RecursionError):
        raise NotAuthentic from None
    if not isinstance(fields, dict):
        raise NotAuthentic
    return fields


def hash_of_sealed(sealed: bytes) -> str:
    """What the next entry has as its `prev`."""
    return base64url(hashlib.sha256(sealed).digest())


def _associated(keys: RoomKeys, seq: int) -> bytes:
    return _PLACE + keys.room + seq.to_bytes(8, "big")


def _json(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
