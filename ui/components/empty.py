"""What a page without anything on it says: a headline, one sentence, and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui import ui

from ui.theme.page_texts import EmptyTexts
from ui.theme.pages import render


@contextmanager
def empty(texts: EmptyTexts) -> Iterator[None]:
    """An empty page; the buttons for `texts.buttons` are made inside."""
    with ui.element("div").classes("k-empty"):
        ui.html(render("empty_words.html", empty=texts), sanitize=False).classes("k-empty-words")
        with ui.element("div").classes("k-buttons"):
            yield
