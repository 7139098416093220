"""Short news at the foot of a NiceGUI page, sent as data: what it says can never become a script."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from nicegui import ui

from ui.theme.assets import asset_url

Undo: TypeAlias = Callable[[], Awaitable[None] | None]
_KEPT = 5  # news sent again with each update, in case several come within one


class Toasts(ui.element, component="toasts.js"):
    """The one element of a page through which its news go; made by the first `toast`."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._undo: dict[int, Undo] = {}
        self._props["module"] = asset_url("components/toast.js")
        self._props["news"] = []
        self.on("undone", self._on_undone)

    def show(self, text: str, undo: Undo | None) -> None:
        """Send one piece of news."""
        self._number += 1
        if undo is not None:
            self._undo[self._number] = undo
        new = {"number": self._number, "text": text, "undo": undo is not None}
        self._props["news"] = [*self._props["news"], new][-_KEPT:]
        self.update()

    async def _on_undone(self, event: Any) -> None:
        undo = self._undo.pop(event.args, None) if isinstance(event.args, int) else None
        working = undo() if undo is not None else None
        if working is not None:
            await working


def toast(text: str, undo: Undo | None = None) -> None:
    """Show `text` on the page whose handler or builder is running; `undo` adds the button and is called by it."""
    client = ui.context.client
    found = next((it for it in client.elements.values() if isinstance(it, Toasts)), None)
    if found is None:
        with client.content:
            found = Toasts()
    found.show(text, undo)
