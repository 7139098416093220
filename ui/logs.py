"""Log lines as JSON, one object a line, so that any collector reads them."""

import json
import logging
import sys
from datetime import UTC, datetime

from ui.web.broken_answers import is_told_already
from ui.web.garbled_text import is_garbled_text

_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """`time level logger message`, then whatever was given as `extra`, then the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line.update({key: value for key, value in record.__dict__.items() if key not in _STANDARD})
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str, ensure_ascii=False)


def start_logging() -> None:
    """Send everything from `info` up to standard error; the libraries' chatter only from `warning` up."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    handler.addFilter(lambda record: not is_told_already(record) and not is_garbled_text(record))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("kamra").setLevel(logging.INFO)
