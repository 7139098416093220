"""The sweeps that end what people were given for a while, by name."""

from functools import partial

from domain.clock import Clock
from domain.work import Works
from scheduler.end_suspensions import end_suspensions
from scheduler.expire_sessions import expire_sessions
from scheduler.timetable import Sweep


def account_sweeps(works: Works, clock: Clock) -> dict[str, Sweep]:
    """The sweeps by the names that `kamra sweep` takes."""
    return {
        "expire-sessions": partial(expire_sessions, works, clock),
        "end-suspensions": partial(end_suspensions, works, clock),
    }
