"""A part of a page under a heading of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui import ui

from ui.components.words import heading, words


@contextmanager
def section(title: str, explained: str = "") -> Iterator[None]:
    """What is made inside stands under `title`; `explained` is a sentence below it."""
    with ui.element("section").classes("k-section"):
        heading(title)
        if explained:
            words(explained)
        yield
