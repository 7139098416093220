"""Whom one has blocked or muted: nowhere else does one meet who is blocked, so the way back is here."""

from ui.components.plain_module import PlainModule
from ui.pages.section import section
from ui.theme import settings_texts as texts

MODULE = "components/people/kept_away.js"


def show_kept_away() -> None:
    """The section "Blocked and muted"."""
    with section(texts.KEPT_AWAY, texts.KEPT_AWAY_HELP):
        PlainModule(MODULE, {})
