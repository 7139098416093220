"""A process that renders pictures: requests come in on standard input, answers go out on standard output.

Started by the pool as `python -m storage.renditions.worker`; it ends when its input does.
"""

import errno
import sys

from domain.files import OutOfSpace
from domain.media.rendering import PictureUnreadable
from storage.renditions.exchange import Answer, Request, read_request, write_answer
from storage.renditions.limits import allow_one_picture, limit_this_process
from storage.renditions.picture import render_picture


def main() -> None:
    """Answer requests, one after another."""
    limit_this_process()
    for line in sys.stdin.buffer:
        allow_one_picture()
        sys.stdout.buffer.write(write_answer(_answer(read_request(line))))
        sys.stdout.buffer.flush()


def _answer(request: Request) -> Answer:
    try:
        return render_picture(request.original, request.into)
    except PictureUnreadable as refusal:
        return refusal
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return OutOfSpace()
        raise


if __name__ == "__main__":
    main()
