"""Something that is on or off. Its browser half is `toggle.js`: `switch` is no name in JavaScript."""

from collections.abc import Callable
from typing import Any

from nicegui.elements.mixins.value_element import ValueElement


class Switch(ValueElement[bool], component="toggle.js"):
    """A switch with its words beside it."""

    VALUE_PROP = "value"
    LOOPBACK = False

    def __init__(
        self, label: str, *, value: bool = False, help: str = "", on_switch: Callable[..., Any] | None = None
    ) -> None:
        super().__init__(value=value, on_value_change=on_switch)
        self._props["label"] = label
        self._props["help"] = help

    def _event_args_to_value(self, e: Any) -> bool:
        return e.args is True
