"""What does not work on a plain http address, said on each page until the person has read it once on this device."""

from nicegui import ui

from ui.theme.icons import icon_address
from ui.theme.page_texts import INSECURE_READ
from ui.theme.pages import render


class InsecureNotice(ui.element, component="insecure_notice.js"):
    """A notice with a way to close it for good."""

    def __init__(self) -> None:
        super().__init__()
        self._props["words"] = str(render("insecure_words.html"))
        self._props["close"] = INSECURE_READ
        self._props["sign"] = icon_address("close")
