"""The help page: for now, how to get a secure address."""

from ui.theme.pages import render


def help_page(*, insecure: bool = False) -> str:
    """What the plain-http notice links to, at /help#https."""
    return render("help.html", insecure=insecure)
