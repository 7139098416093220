"""The tick that says a change is kept; it stands beside what was changed and goes away by itself."""

from nicegui import ui

from ui.theme.icons import icon_address
from ui.theme.settings_texts import SAVED


class Saved(ui.element, component="saved.js"):
    """Nothing until `tell`, then "✓ Saved." for a few seconds, also read out."""

    def __init__(self, word: str = SAVED) -> None:
        super().__init__()
        self._props["word"] = word
        self._props["sign"] = icon_address("check")
        self._props["times"] = 0

    def tell(self) -> None:
        """Say it (again)."""
        self._props["times"] += 1
        self.update()


def saving() -> ui.element:
    """The row of a form's button and the tick beside it."""
    return ui.element("div").classes("k-saving")
