"""Where the sealed bytes of rooms go, how much of them, and who is told."""

from dataclasses import dataclass

from domain.clock import Clock
from domain.files import Files
from domain.messages import Messages
from domain.rooms.limits import RoomLimits
from domain.work import Works


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomStore:
    """What the use-cases of objects take."""

    works: Works
    files: Files
    messages: Messages
    clock: Clock
    limits: RoomLimits
