"""What the library page is held against: the same person and pictures in a bare Jinja template, on the same site."""

from pathlib import Path

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from ui.components.gallery import STYLES
from ui.components.shell import head_html, shell_html
from ui.pages.library_view import asked_question, library_view
from ui.pages.own_page import shell_person
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of

BARE = "/bare-library"
DATA_ALONE = "/library-data"

_router = APIRouter()
_templates = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)


@_router.get(BARE)
async def bare_library(request: Request, actor: SignedIn) -> HTMLResponse:
    """The tiles as HTML between the page's own bars."""
    parts = parts_of(request)
    view = await library_view(parts, actor, asked_question(), None)
    person = shell_person(parts, actor)
    page = _templates.get_template("bare_library.html").render(
        head=Markup(head_html(styles=STYLES, modules=("components/shell.js",), theme=person.theme)),  # noqa: S704  # ours
        bars=Markup(shell_html(person, "library")),  # noqa: S704  # likewise, escaped when it was made
        items=view.items,
    )
    return HTMLResponse(page)


@_router.get(DATA_ALONE)
async def library_data(request: Request, actor: SignedIn) -> Response:
    """What both pages load before they are built, and nothing built from it."""
    parts = parts_of(request)
    await library_view(parts, actor, asked_question(), None)
    return Response(status_code=204)


def add_bare_library(site: FastAPI) -> None:
    """Serve both, before the pages, which take every address that is left."""
    site.router.routes[:0] = _router.routes
