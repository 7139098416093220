"""Kamra's own icons: 20 px, 1.5 px strokes, drawn once in `icons.svg` and pointed at from everywhere."""

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

from ui.theme.assets import asset_url

_SPRITE = Path(__file__).with_name("icons.svg")


@cache
def icon_names() -> frozenset[str]:
    """The names of all icons."""
    return frozenset(re.findall(r'<symbol id="([a-z]+)"', _SPRITE.read_text(encoding="utf-8")))


def icon_address(name: str) -> str:
    """What a `<use href>` points at. Raises KeyError when there is no such icon."""
    if name not in icon_names():
        raise KeyError(f"there is no icon {name!r}")
    return f"{asset_url('theme/icons.svg')}#{name}"


@cache
def icon(name: str) -> Markup:
    """An icon as a decoration, hidden from screen readers: its word or an aria-label stands beside it."""
    return Markup('<svg class="k-icon" aria-hidden="true"><use href="{}"/></svg>').format(icon_address(name))
