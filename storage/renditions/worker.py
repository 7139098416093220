"""A process that renders pictures: requests come in on standard input, answers go out on standard output.

Started by the pool as `python -m storage.renditions.worker [--last]`; it ends when its input does.
"""

import errno
import os
import sys

from domain.errors import RuleBroken
from domain.files import FileMissing, OutOfSpace
from storage.renditions.compress import compress_picture
from storage.renditions.exchange import LAST, Answer, Request, read_request, write_answer
from storage.renditions.last_prepared import LastPrepared
from storage.renditions.lighter import lighter_pictures
from storage.renditions.limits import COPY, RENDITIONS, allow_one_picture, limit_this_process
from storage.renditions.picture import render_picture

# The weakest claim that still gets a hundredth of a busy core. Under SCHED_IDLE it would be a three-hundredth, and a
# home server that always computes something would never finish a picture.
_LAST_POLITENESS = 19


def main() -> None:
    """Answer requests, one after another."""
    limit_this_process()
    if LAST in sys.argv:
        os.setpriority(os.PRIO_PROCESS, 0, _LAST_POLITENESS)
    last = LastPrepared()
    for line in sys.stdin.buffer:
        request = read_request(line)
        allow_one_picture(RENDITIONS if request.recipe is None else COPY)
        sys.stdout.buffer.write(write_answer(_answer(request, last)))
        sys.stdout.buffer.flush()


def _answer(request: Request, last: LastPrepared) -> Answer:
    try:
        if request.recipe is not None:
            return compress_picture(request.original, request.recipe, request.into, last)
        last.forget()
        if request.rungs:
            return lighter_pictures(request.original, request.into, request.rungs)
        return render_picture(request.original, request.into)
    except RuleBroken as refusal:
        return refusal
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return OutOfSpace()
        if not request.original.exists():  # deleted at this moment
            return FileMissing()
        raise


if __name__ == "__main__":
    main()
