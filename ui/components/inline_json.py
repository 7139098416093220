"""What a page's component begins with, as JSON inside the page: it is there before any call of the API."""

import json
from collections.abc import Mapping

from nicegui import ui


def inline_json(element_id: str, values: Mapping[str, object]) -> str:
    """Put them into the page being built, and give back the id of the script element that holds them.

    Beside NiceGUI's application instead of among its elements, whose text it escapes once more: half the build.
    """
    ui.add_body_html(f'<script type="application/json" id="{element_id}">{_as_text(values)}</script>')
    return element_id


def _as_text(values: Mapping[str, object]) -> str:
    """JSON that cannot end the script it stands in; in ASCII, as Python keeps other texts two or four times as wide."""
    return json.dumps(values, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
