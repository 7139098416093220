"""What a room's list looks like from a terminal when the server shows another than it did, or less of it."""

import sys

from ui.rooms.client.manifest import Manifest

_SAYINGS = {
    "unreadable": "Entry {seq} of this room was sealed by nobody who is in it; it is left out.",
    "forked": "Who wrote entry {seq} of this room had been shown another list than this.",
    "rewritten": "Entry {seq} of this room is another than it was before.",
    "hidden": "The server does not show all of this room's list: entries up to {seq} are missing.",
}


def say_notices(manifest: Manifest) -> None:
    """One line for each, on standard error."""
    sys.stderr.writelines(f"{_SAYINGS[one.kind].format(seq=one.seq)}\n" for one in manifest.notices)
