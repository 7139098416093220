"""A line to copy and hand on: an invitation, a reset link, a new token."""

from nicegui import ui

from ui.theme.page_texts import COPIED, COPY


class CopyLine(ui.element, component="copy_line.js"):
    """A text that cannot be changed, with a button that copies it."""

    def __init__(self, label: str, text: str, *, help: str = "") -> None:
        super().__init__()
        self._props["label"] = label
        self._props["text"] = text
        self._props["help"] = help
        self._props["words"] = {"copy": COPY, "copied": COPIED}

    def show(self, text: str, *, help: str | None = None) -> None:
        """Put another text there, and where it is given another line of help."""
        self._props["text"] = text
        if help is not None:
            self._props["help"] = help
        self.update()
