"""One thing to fill in on a NiceGUI page: label above, help and trouble below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from nicegui.elements.mixins.value_element import ValueElement

from ui.theme.icons import icon_address
from ui.theme.page_texts import HIDE_PASSWORD, OPTIONAL, SHOW_PASSWORD

Kind: TypeAlias = Literal["text", "password", "email", "search", "area", "choice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing to choose: what is kept and what is read."""

    value: str
    word: str


class Field(ValueElement[str], component="field.js"):
    """A labelled input; `.value` is what the person wrote last, also where they have not left the field by a key.

    `autocomplete` is the HTML token (`new-password`, `username`, …) that password managers go by.
    """

    VALUE_PROP = "value"
    LOOPBACK = False

    def __init__(
        self,
        label: str,
        *,
        kind: Kind = "text",
        value: str = "",
        help: str = "",
        autocomplete: str = "off",
        optional: bool = False,
        max_length: int | None = None,
        options: Sequence[Option] = (),
    ) -> None:
        self._allowed = frozenset(one.value for one in options)
        super().__init__(value=value)
        self._props["label"] = label
        self._props["kind"] = kind
        self._props["help"] = help
        self._props["trouble"] = ""
        self._props["sign"] = icon_address("trouble")
        self._props["autocomplete"] = autocomplete
        self._props["optional"] = OPTIONAL if optional else ""
        self._props["words"] = {"show": SHOW_PASSWORD, "hide": HIDE_PASSWORD}
        self._props["options"] = [{"value": one.value, "word": one.word} for one in options]
        if max_length is not None:
            self._props["maxlength"] = max_length

    def complain(self, sentence: str) -> None:
        """Show what is wrong with it, read out at once; an empty sentence takes it back."""
        self._props["trouble"] = sentence
        self.update()

    def wipe(self) -> None:
        """Empty it; NiceGUI alone would not tell the browser where the value was empty before somebody typed."""
        self.value = ""
        self.run_method("wipe")

    def lock(self, locked: bool = True) -> None:
        """Whether it only shows and takes nothing."""
        self._props["locked"] = locked
        self.update()

    def _event_args_to_value(self, e: Any) -> str:
        """Take what a browser may send, which can send anything: of a choice only what was offered."""
        written = e.args if isinstance(e.args, str) else ""
        return self.value if self._allowed and written not in self._allowed else written
