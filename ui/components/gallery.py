"""The gallery of a person's library: one element for any number of pictures, its first page inline."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nicegui import ui

from ui.components.inline_json import inline_json
from ui.theme.assets import LIBRARY, asset_url

STYLES = (LIBRARY, "theme/uploads.css")
MODULE = "components/library/library.js"
FIRST_PAGE = "k-first-page"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """What the page begins with.

    `items` are media as the API gives them to their owner; `months` are `{month, count}`, newest first, and none where
    pictures do not stand in months; `question` is `{q, tag, sort, order}`; `opened` is shown in the viewer at once.
    """

    items: Sequence[Mapping[str, object]]
    next_cursor: str | None
    months: Sequence[Mapping[str, object]]
    question: Mapping[str, str]
    opened: Mapping[str, object] | None


class Gallery(ui.element, component="gallery.js"):
    """Grid, viewer, search and uploads; the further pages come from the REST API."""

    def __init__(self, first: FirstPage, *, max_bytes: int) -> None:
        super().__init__()
        self._props["module"] = asset_url(MODULE)
        values = {field.name: getattr(first, field.name) for field in dataclasses.fields(first)}
        self._props["first_page"] = inline_json(FIRST_PAGE, values)
        self._props["max_bytes"] = max_bytes

    def show_changed(self, item: Mapping[str, object]) -> None:
        """Put a new or changed picture into the open page."""
        self.run_method("changed", item)

    def show_removed(self, media_id: str) -> None:
        """Take a picture out of the open page."""
        self.run_method("removed", media_id)
