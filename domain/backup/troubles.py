"""Why a backup cannot be made or restored."""

from domain.errors import Conflict, Malformed, StorageFull


class NotABackup(Malformed):
    """The file is none of Kamra's backups, or cut off, or a part of it cannot be read."""


class BackupTooNew(Conflict):
    """The backup was made by a newer Kamra."""


class OtherDatabase(Conflict):
    """The snapshot in the backup is of the other kind of database; facts: `theirs`, `ours`."""


class BackupExists(Conflict):
    """There is a file already where the backup shall go; fact: `path`."""


class BackupRunning(Conflict):
    """Another backup of this Kamra is being made, or a restore goes on, at this moment."""


class BackupUnwritable(Conflict):
    """The file cannot be opened or written; facts: `path`, `reason`."""


class NoRoomForBackup(StorageFull):
    """The disk of the data folder or of the backup is full."""


class PlaceNotEmpty(Conflict):
    """Something is here that a restore would mix with; fact: `what`."""


class DatabaseToolFailed(Conflict):
    """PostgreSQL's own program is missing or said no; facts: `tool`, `reason`."""
