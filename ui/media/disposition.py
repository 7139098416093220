"""How a browser names what it downloads (RFC 6266, RFC 8187)."""

import re
from urllib.parse import quote


def attachment(filename: str) -> str:
    """The value of Content-Disposition for saving what is sent under this name."""
    plain = re.sub(r"[^ -~]|[%'\"\\]", "_", filename)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"
