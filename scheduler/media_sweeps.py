"""The sweeps that keep pictures, their bytes and their rows together, by name."""

from functools import partial

from domain.clock import Clock
from domain.files import Files
from domain.messages import Messages
from domain.queue import Queue
from domain.turns import Turns
from domain.work import Works
from scheduler.expire_drafts import expire_drafts
from scheduler.expire_uploads import expire_uploads
from scheduler.finish_deletions import finish_deletions
from scheduler.lighten_pictures import lighten_pictures
from scheduler.recover_uploads import recover_uploads
from scheduler.remove_strays import remove_strays
from scheduler.timetable import Sweep

SELDOM = frozenset({"remove-strays"})


def media_sweeps(
    *, works: Works, files: Files, messages: Messages, queue: Queue, clock: Clock, turns: Turns
) -> dict[str, Sweep]:
    """The sweeps by the names that `kamra sweep` takes; those in `SELDOM` look at every file."""
    return {
        "finish-deletions": partial(finish_deletions, works, files),
        "expire-uploads": partial(expire_uploads, works, files, messages, clock),
        "expire-drafts": partial(expire_drafts, works, files, messages, clock),
        "recover-uploads": partial(recover_uploads, works, queue, clock, turns),
        "lighten-pictures": partial(lighten_pictures, works, queue, clock),
        "remove-strays": partial(remove_strays, works, files),
    }
