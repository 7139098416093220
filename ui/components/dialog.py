"""A question above the page. Its browser half is `native_dialog.js`: NiceGUI has a component named dialog already."""

from nicegui import ui


class Dialog(ui.element, component="native_dialog.js"):
    """A dialog; what is made inside `with dialog:` is its content, with its buttons in `dialog_actions()` last."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._props["heading"] = heading
        self._props["opened"] = False
        self.on("closed", self._on_closed, [])

    def head(self, heading: str) -> None:
        """Put another heading on it, for a question that is asked about many things."""
        self._props["heading"] = heading
        self.update()

    def open(self) -> None:
        """Show it; the focus goes to its first control."""
        self._props["opened"] = True
        self.update()

    def close(self) -> None:
        """Take it away; the focus goes back to where it was."""
        self._props["opened"] = False
        self.update()

    def _on_closed(self) -> None:
        self._props["opened"] = False


def dialog_actions() -> ui.element:
    """The row of buttons at the end of a dialog, the main one last."""
    return ui.element("div").classes("k-dialog-actions")
