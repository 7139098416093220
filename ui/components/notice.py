"""A few words on a warm ground that everybody on the page should read."""

from nicegui import ui

from ui.theme.pages import render


def notice(text: str, *, icon: str = "info") -> ui.html:
    """Show `text` as a notice."""
    # Our own template has escaped the text, and DOMPurify would cost a library for nothing.
    return ui.html(render("notice.html", text=text, sign=icon), sanitize=False).classes("k-notice")
