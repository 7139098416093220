"""Which keys a file may have, so that none leads out of its folder or bucket."""

import re

_PART = re.compile(r"[a-z0-9-][a-z0-9.-]{0,199}")
_LONGEST = 900  # S3 takes 1,024 bytes, its prefix included


def is_key(text: str) -> bool:
    """Whether every part is made of lower-case letters, digits, `-` and `.`, and begins with none of the dots."""
    return len(text) <= _LONGEST and all(_PART.fullmatch(part) for part in text.split("/"))


def checked(key: str) -> str:
    """The key itself. Raises ValueError: keys are ours, so a wrong one is a mistake in the program."""
    if not is_key(key):
        raise ValueError(f"not a key for a file: {key!r}")
    return key
