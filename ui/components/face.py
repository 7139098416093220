"""A person's picture, large, or the first letter of their name."""

from nicegui import ui


class Face(ui.element, component="face.js"):
    """Round, 96 px."""

    def __init__(self, url: str | None, name: str) -> None:
        super().__init__()
        self._props["url"] = url
        self._props["letter"] = name[:1].upper()

    def show(self, url: str | None) -> None:
        """Put another picture there, or none."""
        self._props["url"] = url
        self.update()
