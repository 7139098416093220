"""Buttons, fields, dialogs and the page's own words, in all their states, for `/_design`."""

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui import ui

from ui.components.button import Button, link
from ui.components.choices import THEMES, Choices
from ui.components.copy_line import CopyLine
from ui.components.dialog import Dialog, dialog_actions
from ui.components.empty import empty
from ui.components.field import Field, Option
from ui.components.form import Form
from ui.components.insecure_notice import InsecureNotice
from ui.components.notice import notice
from ui.components.switch import Switch
from ui.components.toast import toast
from ui.theme.assets import asset_url
from ui.theme.icons import icon_names
from ui.theme.page_texts import DELETED, LIBRARY_EMPTY, UNDO
from ui.theme.pages import render
from ui.theme.texts import sentence_of


class ShownActions(ui.element, component="shown_actions.js"):
    """The action bar of a picture that is nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self._props["module"] = asset_url("components/action_bar.js")


@contextmanager
def _section(heading: str) -> Iterator[None]:
    with ui.element("section").classes("k-section"):
        ui.html(heading, sanitize=False, tag="h2").classes("k-title")
        yield


def show_presses() -> None:
    """Every kind of button, and what a dialog and toasts look like when pressed."""
    question = Dialog("Delete this picture?")
    with question:
        ui.html("Its original is deleted with it.", sanitize=False, tag="p")
        with dialog_actions():
            Button("Keep it", question.close)
            Button("Delete the picture", question.close, look="grave")
    with _section("Buttons"), ui.element("div").classes("k-buttons"):
        Button("Save all 24 · 96 MB", look="main", icon="download")
        Button("Open a dialog", question.open)
        Button("Say something", lambda: toast("20 pictures added."))
        Button("Delete it", lambda: toast(DELETED, undo=lambda: toast(UNDO)), look="grave", icon="trash")
        Button("Later", look="quiet")
        Button("Not now").let_press(False)
        link("Elsewhere", "/_design")


def show_fields() -> None:
    """Every kind of field: empty, filled, with help, in trouble, locked."""

    async def keep() -> None:
        handle.complain(sentence_of("handle_taken") if handle.value == "anna" else "")

    with _section("Fields"), Form(keep):
        Field("Name", value="Anna Berger", help="As friends know you.", autocomplete="name")
        handle = Field("Handle", value="anna", autocomplete="username")
        handle.complain(sentence_of("handle_taken"))
        Field("Password", kind="password", value="a short sentence", autocomplete="current-password")
        Field("About you", kind="area", optional=True, max_length=500)
        days = (Option(value="1", word="1 day"), Option(value="7", word="7 days"))
        Field("How long?", kind="choice", value="7", options=days)
        Field("E-mail", kind="email", value="anna@example.org").lock()
        CopyLine("Invitation", "https://example.org/invite/K3x9", help="Send this to one person. It works once.")
        Choices("Theme", THEMES, value="system", page_attribute="data-theme")
        Switch("Only followers see my pictures", value=True, help="Others can ask to follow you.")
        Switch("Tell me about new followers")
        Button("Keep it", look="main", submits=True)


def show_answers() -> None:
    """Notices and progress: what the page says by itself."""
    with _section("Notices"):
        notice("Gone in 5 hours. Save what you want to keep.")
        InsecureNotice()


def show_shapes() -> None:
    """The action bar, the icons and an empty page."""
    with _section("Action bar, icons, progress"):
        ShownActions()
        ui.html(render("design_icons.html", names=sorted(icon_names())), sanitize=False).classes("k-step")
    with _section("Empty page"), empty(LIBRARY_EMPTY):
        for word in LIBRARY_EMPTY.buttons:
            Button(word, look="main")
