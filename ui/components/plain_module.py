"""A plain JavaScript module as a part of a NiceGUI page, with what it begins with inside the page."""

from collections.abc import Mapping

from nicegui import ui

from ui.components.inline_json import inline_json
from ui.theme.assets import asset_url

FIRST = "k-first"


class PlainModule(ui.element, component="plain_module.js"):
    """One for a page: calls the module's `mount(host, first)`, whose answer has `dispose()` for when the page ends."""

    def __init__(self, module: str, first: Mapping[str, object]) -> None:
        """`module` is the name of an asset, such as `components/people/wall.js`."""
        super().__init__()
        self._props["module"] = asset_url(module)
        self._props["first"] = inline_json(FIRST, first)
