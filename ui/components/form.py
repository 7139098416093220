"""Fields that are sent together, by the button or by Enter, once at a time."""

from collections.abc import Awaitable, Callable

from nicegui import ui


class Form(ui.element):
    """A form on a NiceGUI page; put fields and one `Button(…, submits=True)` inside."""

    def __init__(self, on_submit: Callable[[], Awaitable[None]]) -> None:
        super().__init__("form")
        self._submit = on_submit
        self._sending = False
        self.classes("k-form")
        self._props["novalidate"] = True  # the sentences of the catalogue are better than the browser's
        self.on("submit.prevent", self._on_submit, [])

    async def _on_submit(self) -> None:
        if self._sending:
            return
        self._sending = True
        try:
            await self._submit()
        finally:
            self._sending = False
