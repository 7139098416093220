"""Objects: what is cut into chunks, named by its content, and sealed with a key that comes from it."""

import hmac
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ui.rooms.client.refused import NotAuthentic
from ui.rooms.client.secret import RoomKeys, derive

CHUNK = 65_472  # bytes; the last may be shorter
TAG = 16
SEALED_CHUNK = CHUNK + TAG
PART_CHUNKS = 128  # in one part at the store
PART = PART_CHUNKS * SEALED_CHUNK
_ID = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectName:
    """What an object is, wherever it is kept: `root` is over its chunks, `size` in bytes, `object_id` 32 hex digits."""

    object_id: str
    root: bytes
    size: int


def object_name(keys: RoomKeys, root: bytes, size: int) -> ObjectName:
    """The name of the object with this root and size."""
    mac = hmac.digest(keys.object_id, _descriptor(root, size), "sha256")
    return ObjectName(object_id=mac[:_ID].hex(), root=root, size=size)


def object_key(keys: RoomKeys, root: bytes, size: int) -> bytes:
    """The key (32 bytes) that seals this object's chunks and no other's."""
    return derive(keys.base, "object", _descriptor(root, size))


def chunk_count(size: int) -> int:
    """Of an object of so many bytes; an empty one has one chunk."""
    return max(1, -(-size // CHUNK))


def part_count(size: int) -> int:
    """Of its parts at the store."""
    return -(-chunk_count(size) // PART_CHUNKS)


def sealed_size(size: int) -> int:
    """Of the ciphertext."""
    return size + chunk_count(size) * TAG


def is_last_chunk(index: int, size: int) -> bool:
    """Whether an object of so many bytes ends with this chunk."""
    return index == chunk_count(size) - 1


def seal_chunk(key: bytes, index: int, is_last: bool, chunk: bytes) -> bytes:
    """The sealed chunk, 16 bytes longer."""
    return AESGCM(key).encrypt(_nonce(index, is_last), chunk, None)


def open_chunk(key: bytes, index: int, is_last: bool, sealed: bytes) -> bytes:
    """The chunk.

    `NotAuthentic`: it is not this object's chunk of this place, or was changed.
    """
    try:
        return AESGCM(key).decrypt(_nonce(index, is_last), sealed, None)
    except (InvalidTag, ValueError):  # the latter: shorter than a tag
        raise NotAuthentic from None


def _descriptor(root: bytes, size: int) -> bytes:
    return root + size.to_bytes(8, "big")


def _nonce(index: int, is_last: bool) -> bytes:
    return index.to_bytes(11, "big") + bytes([is_last])
