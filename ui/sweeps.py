"""The sweeps that a process runs, by its role and its database, on one timetable."""

from datetime import timedelta
from functools import partial

from domain.accounts.last_seen import LastSeen
from domain.clock import Clock
from domain.files import Files
from domain.messages import Messages
from domain.queue import Queue
from domain.turns import Turns
from domain.work import Works
from scheduler.account_sweeps import account_sweeps
from scheduler.media_sweeps import SELDOM, media_sweeps
from scheduler.purge_taken_down import purge_taken_down
from scheduler.recount import RECOUNT, recount
from scheduler.room_sweeps import ROOM_STRAYS, room_sweeps
from scheduler.timetable import Sweep, Timetable
from scheduler.write_last_seen import write_last_seen
from ui.accounts.lives import session_life
from ui.settings import Settings

LAST_SEEN = "write-last-seen"


def timetable_of(
    settings: Settings,
    *,
    works: Works,
    files: Files,
    messages: Messages,
    queue: Queue,
    clock: Clock,
    turns: Turns,
    last_seen: LastSeen,
    keeps_house: bool,
    keep_ballast: Sweep | None,
) -> Timetable:
    """The timetable, not yet ticking. A process that does not keep house only writes down whom it saw."""
    sweeps: dict[str, Sweep] = {LAST_SEEN: partial(write_last_seen, works, last_seen, session_life(settings))}
    if keeps_house:
        sweeps |= account_sweeps(works, clock)
        sweeps["purge-taken-down"] = partial(purge_taken_down, works, clock)
        sweeps[RECOUNT] = partial(recount, works)
        sweeps |= media_sweeps(works=works, files=files, messages=messages, queue=queue, clock=clock, turns=turns)
        sweeps |= room_sweeps(works=works, files=files, messages=messages, clock=clock)
    if keep_ballast is not None:
        sweeps["keep-ballast"] = keep_ballast
    every, seldom = timedelta(seconds=settings.sweep_seconds), SELDOM | {RECOUNT, ROOM_STRAYS}
    return Timetable(sweeps, turns=turns, clock=clock, every=every, seldom=seldom)
