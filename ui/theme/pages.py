"""Plain HTML from the templates in this folder: escaped, without a session, readable without JavaScript."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ui.theme import page_texts
from ui.theme.assets import LOOK, ROOM, asset_url
from ui.theme.icons import icon


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(asset_url=asset_url, icon=icon, texts=page_texts, look=asset_url(LOOK), room_look=ROOM)
    environment.globals.update(styles=(), theme=None)  # plain pages have no styles of their own and nobody's theme
    return environment


def render(template: str, **values: Any) -> str:
    """One template (`sign_in.html`) as HTML; a value it needs and does not get is an error, never an empty spot."""
    return _templates().get_template(template).render(**values)
