"""The whole look on one page, `/_design`: what there is to build with, in every state, to be judged by eye."""

from collections.abc import Sequence

from fastapi import Request, params
from nicegui import ui

from ui.components.shell import ShellPerson, frame
from ui.pages.design_parts import show_answers, show_fields, show_presses, show_shapes
from ui.theme.pages import render

_COLOURS = ("ground", "sheet", "well", "line", "edge", "ink", "soft", "safelight", "lamp", "wash", "alarm", "okay")
_STEPS = ("fact", "small", "body", "lead", "title", "name")
_SOMEBODY = ShellPerson(handle="anna", display_name="Anna Berger", avatar_url=None, role="admin")


def register_design(dependencies: Sequence[params.Depends] = ()) -> None:
    """Serve `/_design`. It shows nobody's things; `dependencies` say who may see it nevertheless."""

    @ui.page("/_design", dependencies=[*dependencies])
    def design(request: Request) -> None:
        theme = request.query_params.get("theme")
        person = ShellPerson(
            handle=_SOMEBODY.handle,
            display_name=_SOMEBODY.display_name,
            avatar_url=None,
            role=_SOMEBODY.role,
            theme=theme if theme in {"light", "dark"} else None,
        )
        with frame(person, "library", "The look", styles=("theme/design.css",), width="text"):
            ui.html(render("design.html", colours=_COLOURS, steps=_STEPS), sanitize=False)
            show_presses()
            show_fields()
            show_answers()
            show_shapes()
