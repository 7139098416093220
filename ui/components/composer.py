"""Where a post is written: one element, whose words and pictures are the browser's until they are posted."""

from collections.abc import Mapping, Sequence

from nicegui import ui

from ui.theme.assets import LIBRARY, asset_url

STYLES = (LIBRARY, "theme/composer.css", "theme/composer_picker.css", "theme/uploads.css")
MODULE = "components/composer/composer.js"


class Composer(ui.element, component="composer.js"):
    """Pictures, caption and visibility; `post` is one's own that is to be changed: `{id, caption, visibility}`."""

    def __init__(
        self,
        pictures: Sequence[Mapping[str, object]],
        *,
        post: Mapping[str, object] | None,
        has_public_pages: bool,
        max_bytes: int,
    ) -> None:
        """`pictures` are media as the API gives them to their owner."""
        super().__init__()
        self._props["module"] = asset_url(MODULE)
        self._props["pictures"] = list(pictures)
        self._props["post"] = post
        self._props["has_public_pages"] = has_public_pages
        self._props["max_bytes"] = max_bytes
