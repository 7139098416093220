"""The gallery of a person's library: one element for any number of pictures, its first page inline."""

import json
from collections.abc import Mapping, Sequence

from nicegui import ui

from ui.theme.assets import asset_url

STYLES = ("theme/gallery.css", "theme/viewer.css", "theme/viewer_facts.css", "theme/uploads.css")
MODULE = "components/library/library.js"
FIRST_PAGE = "k-first-page"


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
        # Beside NiceGUI's application instead of among its elements, whose text it escapes once more: half the build.
        ui.add_body_html(f'<script type="application/json" id="{FIRST_PAGE}">{_as_text(items)}</script>')
        self._props["first_page"] = FIRST_PAGE
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


def _as_text(items: Sequence[Mapping[str, object]]) -> str:
    """JSON that cannot end the script it stands in; in ASCII, as Python keeps other texts two or four times as wide."""
    return json.dumps([*items], ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
