"""A part of a page under a heading of its own."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from nicegui import ui

from domain.accounts.actor import Actor
from ui.components.words import heading, words
from ui.parts import Parts

Refresh: TypeAlias = Callable[[Parts, Actor], Awaitable[None]]


@contextmanager
def section(title: str, explained: str = "") -> Iterator[None]:
    """What is made inside stands under `title`; `explained` is a sentence below it."""
    with ui.element("section").classes("k-section"):
        heading(title)
        if explained:
            words(explained)
        yield
