"""What a client sends as text and is none: the socket is closed with 1007, and that is not worth a line of the log."""

import logging


def is_garbled_text(record: logging.LogRecord) -> bool:
    """Whether this is the server's own line, with a traceback, about a message that is no UTF-8.

    Anybody can send one as often as they like, so these lines would hide all others.
    """
    broken = record.exc_info[1] if record.exc_info else None
    return record.name == "uvicorn.error" and isinstance(broken, UnicodeDecodeError)
