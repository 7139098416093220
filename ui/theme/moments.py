"""Days as a person reads them."""

from datetime import datetime


def day_text(moment: datetime) -> str:
    """Such as `28 November 2026`, in UTC."""
    return f"{moment.day} {moment:%B %Y}"
