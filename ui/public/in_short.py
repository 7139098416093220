"""The beginning of what somebody wrote, for titles, previews and many descriptions at once."""

_LONGEST = 200  # characters; previews show less


def in_short(text: str) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
