"""What is thrown when something in a room is not what it says it is."""

from domain.errors import Conflict, KamraError, WrongKind


class NotAuthentic(Conflict):
    """Sealed with another key, for another place, or changed on the way."""


class FileChanged(Conflict):
    """The file on this disk is not the one that was described any more."""


class WrongRoot(Conflict):
    """All of an object came, and it is not what was announced."""


class StoredOtherwise(Conflict):
    """The server keeps other bytes than were sent."""


class CodedFile(WrongKind):
    """The object is a coding of the file that this code cannot take back."""


class RoomRefused(KamraError):
    """The server said no; facts: `detail`, its own sentence, and `reason`, the code that names it."""

    def __init__(self, *, status: int, reason: str, detail: str) -> None:
        super().__init__(detail=detail)
        self.status = status
        self.reason = reason


class ServerUnreachable(KamraError):
    """Nobody answers at the link's address, also after some tries; fact: `site`."""
