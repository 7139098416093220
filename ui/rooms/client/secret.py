"""A room's secret: the link that carries it, and everything that is derived from it."""

import hashlib
import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from domain.errors import RuleBroken
from ui.rooms.client.bytes import base64url, from_base64url

_LENGTH = 32
_SALT = b"kamra-room-1"
_PASSWORD_ROUNDS = 600_000
_FRAGMENT = re.compile(r"(1p?)\.([\w-]{43})", re.ASCII)


class BadRoomLink(RuleBroken):
    """What was given is no link to a room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLink:
    """`site` is where the Kamra is, such as `https://pictures.example`; `secret` is R."""

    site: str
    secret: bytes = field(repr=False)
    has_password: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomKeys:
    """`room` (16 bytes) is the public name, `auth` what the server is shown, `base` what objects' keys come from."""

    room: bytes
    auth: bytes = field(repr=False)
    entry: bytes = field(repr=False)
    signal: bytes = field(repr=False)
    confirm: bytes = field(repr=False)
    object_id: bytes = field(repr=False)
    base: bytes = field(repr=False)

    @property
    def room_id(self) -> str:
        return self.room.hex()

    @property
    def auth_hash(self) -> str:
        """All the server keeps of `auth`."""
        return hashlib.sha256(self.auth).hexdigest()


def new_secret() -> bytes:
    """R of a new room."""
    return secrets.token_bytes(_LENGTH)


def new_owner_token() -> tuple[str, str]:
    """What lets its holder change and close a room, and the hash by which the server knows it."""
    token = new_secret()
    return base64url(token), hashlib.sha256(token).hexdigest()


def link_of(site: str, secret: bytes, *, has_password: bool) -> str:
    """The link to the room with this R."""
    return f"{site.rstrip('/')}/r#{'1p' if has_password else '1'}.{base64url(secret)}"


def parse_link(text: str) -> RoomLink:
    """The link taken apart.

    `BadRoomLink`: it opens no room that this code knows.
    """
    address, _, fragment = text.strip().partition("#")
    found = _FRAGMENT.fullmatch(fragment)
    try:
        parts, secret = urlsplit(address), from_base64url(found[2] if found else "")
    except ValueError:
        raise BadRoomLink from None
    if found is None or parts.scheme not in ("http", "https") or not parts.hostname or not parts.path.endswith("/r"):
        raise BadRoomLink
    site = f"{parts.scheme}://{parts.netloc}{parts.path.removesuffix('/r')}"
    return RoomLink(site=site, secret=secret, has_password=found[1] == "1p")


def room_keys(secret: bytes, password: str | None = None) -> RoomKeys:
    """The keys of the room with this R; with a password that takes a moment, on purpose."""
    base = secret if password is None else secret + _stretched(secret, password)
    return RoomKeys(
        room=derive(secret, "room-id", length=16),
        auth=derive(base, "auth"),
        entry=derive(base, "entry"),
        signal=derive(base, "signal"),
        confirm=derive(base, "confirm"),
        object_id=derive(base, "object-id"),
        base=base,
    )


def derive(base: bytes, label: str, context: bytes = b"", length: int = 32) -> bytes:
    """K(S, label, ctx, n) of the protocol."""
    return HKDF(SHA256(), length, _SALT, label.encode() + b"\0" + context).derive(base)


def _stretched(secret: bytes, password: str) -> bytes:
    """What a password adds to S; slow on purpose, so that guessing is."""
    # The same letters can be written in several ways, and keyboards differ in which they choose.
    typed = unicodedata.normalize("NFKC", password).encode()
    return hashlib.pbkdf2_hmac("sha256", typed, derive(secret, "password-salt", length=16), _PASSWORD_ROUNDS)
