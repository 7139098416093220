"""What is thrown when something in a room is not what it says it is."""

from domain.errors import Conflict


class NotAuthentic(Conflict):
    """Sealed with another key, for another place, or changed on the way."""


class FileChanged(Conflict):
    """The file on this disk is not the one that was described any more."""


class WrongRoot(Conflict):
    """All of an object came, and it is not what was announced."""


class StoredOtherwise(Conflict):
    """The server keeps other bytes than were sent."""
