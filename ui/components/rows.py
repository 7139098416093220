"""A short list of things one can act on (sessions, people, invitations): one element, however many rows."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from nicegui import ui

Act: TypeAlias = Callable[[str, str], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words under a row's title; several stand one after the other.

    `{time}` in them becomes the time as the reader's device writes it;
    `style` is `ago` ("3 hours ago") or `day` ("28 November 2026").
    """

    text: str
    time: datetime | None = None
    style: Literal["ago", "day"] = "ago"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAction:
    """A button of a row: the name that comes back when it is pressed, and its word."""

    name: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFace:
    """The picture of a person; `letter` stands in where there is no address."""

    url: str | None
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. `aside` follows the title in softer print, `mark` is a short live word such as "This device"."""

    key: str
    title: str
    aside: str = ""
    mark: str = ""
    lines: tuple[Line, ...] = ()
    actions: tuple[RowAction, ...] = ()
    face: RowFace | None = None


class Rows(ui.element, component="rows.js"):
    """The rows; `act` is called with the row's key and the action's name, one call at a time."""

    def __init__(self, act: Act, *, none: str = "") -> None:
        """`none` is said where there is no row."""
        super().__init__()
        self._act = act
        self._acting = False
        self._offered: frozenset[tuple[str, str]] = frozenset()
        self._props["none"] = none
        self._props["rows"] = []
        self.on("act", self._on_act)

    def show(self, rows: Sequence[Row]) -> None:
        """Put these rows there."""
        self._offered = frozenset((row.key, action.name) for row in rows for action in row.actions)
        self._props["rows"] = [_as_props(row) for row in rows]
        self.update()

    async def _on_act(self, event: Any) -> None:
        pressed = next((one for one in self._offered if [*one] == event.args), None)  # a browser can send anything
        if self._acting or pressed is None:
            return
        self._acting = True
        try:
            await self._act(*pressed)
        finally:
            self._acting = False


def _as_props(row: Row) -> dict[str, object]:
    return {
        "key": row.key,
        "title": row.title,
        "aside": row.aside,
        "mark": row.mark,
        "lines": [
            {"text": line.text, "time": None if line.time is None else line.time.isoformat(), "style": line.style}
            for line in row.lines
        ],
        "actions": [{"name": action.name, "word": action.word} for action in row.actions],
        "face": None if row.face is None else {"url": row.face.url, "letter": row.face.letter},
    }
