"""What entries of a manifest say: made for writing, and read with nothing in them believed that can be checked."""

from dataclasses import dataclass
from typing import Any

from ui.rooms.client.bytes import from_base64url
from ui.rooms.client.objects import ObjectName, object_name
from ui.rooms.client.secret import RoomKeys
from ui.rooms.client.tree import HASH

_MOST_BYTES = 2**53  # of a file; numbers beyond it are not the same in every language


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFile:
    """A file that somebody added: `path` is its folders with `/`, the name included; nothing of it can be relied on."""

    object: ObjectName
    name: str
    path: str
    mime: str
    coding: str | None


def add(object: ObjectName, *, name: str, mime: str, by: str | None) -> dict[str, Any]:
    """A file is in the room now; `by` is the name of who added it."""
    facts = {"name": name, "path": name, "mime": mime, **({"by": by} if by else {})}
    named = {"object_id": object.object_id, "root": object.root.hex(), "size": object.size}
    return {"type": "add", **named, **facts}


def received(object_ids: list[str], by: str | None) -> dict[str, Any]:
    """Somebody has these files, and looked at each root."""
    return {"type": "received", "object_ids": object_ids, **({"by": by} if by else {})}


def shared_file(keys: RoomKeys, entry: dict[str, Any]) -> SharedFile | None:
    """The file of an `add`; None where its name does not follow from its root and size."""
    root, size = _root_in(entry.get("root")), entry.get("size")
    if root is None or type(size) is not int or not 0 <= size <= _MOST_BYTES:  # `True` is no size
        return None
    object = object_name(keys, root, size)
    if object.object_id != entry.get("object_id"):
        return None
    return SharedFile(
        object=object,
        name=_text(entry.get("name")),
        path=_text(entry.get("path")),
        mime=_text(entry.get("mime")),
        coding=_text(entry.get("coding")) or None,
    )


def _root_in(told: object) -> bytes | None:
    """Written in hexadecimal as `object_id` is; the protocol's other hashes are base64url, so that is read too."""
    if not isinstance(told, str):
        return None
    try:
        root = bytes.fromhex(told) if len(told) == 2 * HASH else from_base64url(told)
    except ValueError:
        return None
    return root if len(root) == HASH else None


def _text(told: object) -> str:
    """The text without what no file's name can be written with: halves of characters."""
    return told.encode("utf-8", "replace").decode() if isinstance(told, str) else ""
