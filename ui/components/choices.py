"""One of a few things to choose, all of them in sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from nicegui.elements.mixins.value_element import ValueElement


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is kept, what is read, and a line of help where it needs one."""

    value: str
    word: str
    help: str = ""


THEMES = (
    Choice(value="system", word="As this device has it"),
    Choice(value="light", word="Light"),
    Choice(value="dark", word="Dark"),
)


class Choices(ValueElement[str], component="choices.js"):
    """A group of radio buttons. `page_attribute` (`data-theme`) lets a choice show on the page at once."""

    VALUE_PROP = "value"
    LOOPBACK = False

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        *,
        value: str,
        on_choose: Callable[..., Any] | None = None,
        page_attribute: str = "",
    ) -> None:
        """`on_choose` is called without arguments, or with NiceGUI's event, after `.value` has changed."""
        self._allowed = frozenset(choice.value for choice in choices)
        super().__init__(value=value, on_value_change=on_choose)
        self._props["label"] = label
        self._props["options"] = [{"value": it.value, "word": it.word, "help": it.help} for it in choices]
        self._props["page-attribute"] = page_attribute

    def _event_args_to_value(self, e: Any) -> str:
        return e.args if e.args in self._allowed else self.value  # a browser can send anything
