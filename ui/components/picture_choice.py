"""A grid of one's own pictures, of which one is chosen by pressing it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from nicegui import ui


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosablePicture:
    """One picture: its id, the address of a small copy, and what it is called."""

    id: str
    url: str
    name: str


class PictureChoice(ui.element, component="picture_choice.js"):
    """The grid; `choose` is called with the id of the picture that was pressed."""

    def __init__(self, choose: Callable[[str], Awaitable[None]]) -> None:
        super().__init__()
        self._choose = choose
        self._props["pictures"] = []
        self._offered: frozenset[str] = frozenset()
        self.on("chosen", self._on_chosen)

    def show(self, pictures: Sequence[ChoosablePicture]) -> None:
        """Put these pictures there."""
        self._offered = frozenset(picture.id for picture in pictures)
        self._props["pictures"] = [{"id": one.id, "url": one.url, "name": one.name} for one in pictures]
        self.update()

    async def _on_chosen(self, event: Any) -> None:
        if isinstance(event.args, str) and event.args in self._offered:  # a browser can send anything
            await self._choose(event.args)
