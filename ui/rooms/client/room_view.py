"""What a room shows: its manifest's entries folded one after another, as far as a program without a screen needs it."""

from typing import Any

from ui.rooms.client.entries import SharedFile, shared_file
from ui.rooms.client.secret import RoomKeys


class RoomView:
    """`files` by object id, in the order in which they were added; other types of entries are passed over."""

    def __init__(self) -> None:
        self.title: str | None = None
        self.files: dict[str, SharedFile] = {}

    def fold(self, keys: RoomKeys, entry: dict[str, Any]) -> None:
        """Take the next entry; what it says that nobody knows, or that is not what it should be, changes nothing."""
        kind = entry.get("type")
        if kind == "title" and isinstance(entry.get("text"), str):
            self.title = entry["text"]
        elif kind == "add":
            file = shared_file(keys, entry)
            if file is not None:  # one that is there already stays as it was added first: added twice, it is one
                self.files.setdefault(file.object.object_id, file)
        elif kind == "remove" and isinstance(entry.get("object_id"), str):
            self.files.pop(entry["object_id"], None)
