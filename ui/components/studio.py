"""The studio: one element, whose pictures and requests are the browser's own."""

from collections.abc import Mapping, Sequence

from nicegui import ui

from ui.theme.assets import STUDIO, asset_url

STYLES = (STUDIO, "theme/uploads.css")
MODULE = "components/studio/studio.js"


class Studio(ui.element, component="studio.js"):
    """Stage, settings, and what is kept; `pictures` are media as the API gives them to their owner."""

    def __init__(
        self, pictures: Sequence[Mapping[str, object]], codecs: Sequence[Mapping[str, object]], *, max_bytes: int
    ) -> None:
        super().__init__()
        self._props["module"] = asset_url(MODULE)
        self._props["pictures"] = list(pictures)
        self._props["codecs"] = list(codecs)
        self._props["max_bytes"] = max_bytes
