"""Answers that break off on purpose: the connection breaks, and the log says so in one line."""

import logging


class AnswerBroken(Exception):
    """An answer that has begun cannot be ended truly. It says why, for the log.

    All that is left is to break its connection, or somebody would take what they got for whole.
    """


def is_told_already(record: logging.LogRecord) -> bool:
    """Whether this is the server's own line, with a traceback, about what `ui.problems` has told of."""
    return record.exc_info is not None and isinstance(record.exc_info[1], AnswerBroken)
