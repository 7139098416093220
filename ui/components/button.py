"""What one presses on a NiceGUI page; it cannot be pressed again while its work is still going on."""

from collections.abc import Awaitable, Callable
from typing import Literal, TypeAlias

from nicegui import ui

from ui.theme.icons import icon_address

Look: TypeAlias = Literal["plain", "main", "grave", "quiet"]
Press: TypeAlias = Callable[[], Awaitable[None] | None]


class Button(ui.element, component="button.js"):
    """One button: `main` once per page, `grave` for what cannot be undone (its verb written out), `quiet` beside."""

    def __init__(
        self,
        word: str,
        on_press: Press | None = None,
        *,
        look: Look = "plain",
        icon: str | None = None,
        submits: bool = False,
    ) -> None:
        """`submits` makes it send the form around it, which then does the work instead of `on_press`."""
        super().__init__()
        self._press = on_press
        self._props["word"] = word
        self._props["look"] = look
        self._props["submits"] = submits
        self._props["pressable"] = True
        if icon is not None:
            self._props["icon"] = icon_address(icon)
        if on_press is not None:
            self.on("click", self._on_click, [])

    def say(self, word: str) -> None:
        """Change the word on it."""
        self._props["word"] = word
        self.update()

    def let_press(self, allowed: bool) -> None:
        """Whether it can be pressed."""
        self._props["pressable"] = allowed
        self.update()

    async def _on_click(self) -> None:
        if self._press is None or not self._props["pressable"]:
            return
        self.let_press(False)
        try:
            working = self._press()
            if working is not None:
                await working
        finally:
            if not self.is_deleted:
                self.let_press(True)


def link(word: str, href: str, *, look: Look = "plain") -> ui.element:
    """Something that looks like a button and leads to another page. `href` must be of our own making."""
    made = ui.element("a").classes(f"k-button k-button--{look}")
    made._props["href"] = href
    made._text = word
    return made
