"""Days and times as a person reads them."""

from datetime import datetime


def day_text(moment: datetime) -> str:
    """Such as `28 November 2026`, in UTC."""
    return f"{moment.day} {moment:%B %Y}"


def time_text(moment: datetime) -> str:
    """Such as `28 November 2026, 14:30 UTC`; the moment is in UTC."""
    return f"{day_text(moment)}, {moment:%H:%M} UTC"
