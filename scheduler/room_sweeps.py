"""The sweeps that end rooms and remove what nobody may have any more, by name."""

from collections.abc import Awaitable, Callable
from functools import partial

from domain.clock import Clock
from domain.files import Files
from domain.messages import Messages
from domain.rooms.end_rooms import end_rooms, remove_abandoned_objects
from domain.work import Works
from scheduler.remove_room_strays import remove_room_strays
from scheduler.resting import Rest
from scheduler.timetable import Sweep

ROOM_STRAYS = "remove-room-strays"


def room_sweeps(*, works: Works, files: Files, messages: Messages, clock: Clock) -> dict[str, Sweep]:
    """The sweeps by the names that `kamra sweep` takes; `ROOM_STRAYS` looks at every file of every room."""
    return {
        "end-rooms": _rested(partial(end_rooms, works, files, messages, clock)),
        "remove-abandoned-objects": _rested(partial(remove_abandoned_objects, works, files, clock)),
        ROOM_STRAYS: _rested(partial(remove_room_strays, works, files)),
    }


def _rested(sweep: Callable[..., Awaitable[int]]) -> Sweep:
    """Many rooms full of objects may be over at once: each run rests as long as it works."""
    return lambda: sweep(rest=Rest().between_steps)
