"""Where to go on after signing in: only ever to a path of ours."""

import re

_PATH = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]*")


def own_path(wanted: str, otherwise: str = "/") -> str:
    """The wanted path, or another one when a browser would take it for somebody else's address."""
    return wanted if _PATH.fullmatch(wanted) and not wanted.startswith("/sign-") else otherwise
