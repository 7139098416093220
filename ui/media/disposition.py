"""How a browser names what it downloads (RFC 6266, RFC 8187)."""

import re
from urllib.parse import quote


def attachment(filename: str) -> str:
    """The value of Content-Disposition for saving what is sent under this name."""
    return _named("attachment", filename)


def inline(filename: str) -> str:
    """The value of Content-Disposition for showing what is sent; who saves it, does so under this name."""
    return _named("inline", filename)


def _named(what: str, filename: str) -> str:
    plain = re.sub(r"[^ -~]|[%'\"\\]", "_", filename)
    return f"{what}; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"
