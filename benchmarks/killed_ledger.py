"""What a server has acknowledged to those who use it, to be held against what it still has later."""

import asyncio
import hashlib
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Ledger:
    """Pictures by their ids. One whose deletion is under way is in neither `kept` nor `gone`."""

    kept: dict[str, str] = field(default_factory=dict)
    """Acknowledged uploads: the SHA-256 of what was sent, in hexadecimal digits."""
    names: dict[str, str] = field(default_factory=dict)
    """Acknowledged names; a picture whose renaming is under way has none here."""
    gone: set[str] = field(default_factory=set)
    """Acknowledged deletions."""
    somebody_deleted: asyncio.Event = field(default_factory=asyncio.Event)
    """Set from the first acknowledged deletion on: by then a picture has been uploaded, too."""
    surprises: list[str] = field(default_factory=list)
    """Answers that no kill explains."""

    def keep(self, media_id: str, content: bytes) -> None:
        """All of the picture's bytes were acknowledged."""
        self.kept[media_id] = hashlib.sha256(content).hexdigest()

    def begin_to_delete(self, media_id: str) -> None:
        """From now on it may be there or not."""
        del self.kept[media_id]
        self.names.pop(media_id, None)

    def deleted(self, media_id: str) -> None:
        """Its deletion was acknowledged."""
        self.gone.add(media_id)
        self.somebody_deleted.set()
