"""How long sign-ins last, from the settings."""

from datetime import timedelta

from ui.settings import Settings


def access_life(settings: Settings) -> timedelta:
    """How long an access token is good for."""
    return timedelta(minutes=settings.access_minutes)


def session_life(settings: Settings) -> timedelta:
    """How long a session lasts after it was last refreshed or used."""
    return timedelta(days=settings.refresh_days)
