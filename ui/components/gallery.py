"""The gallery of a person's library: one element for any number of pictures, its first page inline."""

import json
from collections.abc import Mapping, Sequence

from nicegui import ui

from ui.theme.assets import asset_url

STYLES = ("theme/gallery.css", "theme/viewer.css", "theme/viewer_facts.css", "theme/uploads.css")
MODULE = "components/library/library.js"


class Gallery(ui.element, component="gallery.js"):
    """Grid, viewer, search and uploads; the further pages come from the REST API.

    `items` are media as the API gives them to their owner, newest first; `opened` is shown in the viewer at once.
    """

    def __init__(
        self,
        *,
        items: Sequence[Mapping[str, object]],
        next_cursor: str | None,
        query: str,
        opened: Mapping[str, object] | None,
        max_bytes: int,
    ) -> None:
        super().__init__()
        self._props["module"] = asset_url(MODULE)
        # As text: while the page is open the server holds its props, and as objects they take four times the memory.
        # In ASCII: a single character beyond it would make Python keep the whole text two or four times as wide.
        self._props["items"] = json.dumps([*items], ensure_ascii=True, separators=(",", ":"))
        self._props["next_cursor"] = next_cursor
        self._props["query"] = query
        self._props["opened"] = opened
        self._props["max_bytes"] = max_bytes

    def show_changed(self, item: Mapping[str, object]) -> None:
        """Put a new or changed picture into the open page."""
        self.run_method("changed", item)

    def show_removed(self, media_id: str) -> None:
        """Take a picture out of the open page."""
        self.run_method("removed", media_id)
