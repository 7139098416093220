"""What home is held against: the same person and posts in a bare Jinja template, on the same site."""

from pathlib import Path

import httpx
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from ui.components.feed import STYLES
from ui.components.shell import head_html, shell_html
from ui.pages.feed_view import feed_view
from ui.pages.own_page import shell_person
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of

BARE = "/bare-feed"
DATA_ALONE = "/feed-data"

_router = APIRouter()
_templates = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)


@_router.get(BARE)
async def bare_feed(request: Request, actor: SignedIn) -> HTMLResponse:
    """The posts as HTML between the page's own bars."""
    parts = parts_of(request)
    first = await feed_view(parts, actor)
    person = shell_person(parts, actor)
    page = _templates.get_template("bare_feed.html").render(
        head=Markup(head_html(styles=STYLES, modules=("components/shell.js",), theme=person.theme)),  # noqa: S704  # ours
        bars=Markup(shell_html(person, "home")),  # noqa: S704  # likewise, escaped when it was made
        posts=first.posts,
        talk={talk["post_id"]: talk for talk in first.talk},
    )
    return HTMLResponse(page)


@_router.get(DATA_ALONE)
async def feed_data(request: Request, actor: SignedIn) -> Response:
    """What both pages load before they are built, and nothing built from it."""
    await feed_view(parts_of(request), actor)
    return Response(status_code=204)


def add_bare_feed(site: FastAPI) -> None:
    """Serve both, before the pages, which take every address that is left."""
    site.router.routes[:0] = _router.routes


async def post_each(owner: httpx.AsyncClient) -> None:
    """A post with a caption and a comment for each of the owner's newest 30 pictures."""
    pictures = (await owner.get("/api/v1/media", params={"limit": 30})).json()["items"]
    for number, picture in enumerate(pictures):
        caption = f"The light of day {number}, as it was #light"
        made = await owner.post("/api/v1/posts", json={"media_ids": [picture["id"]], "caption": caption})
        assert made.status_code == 201, made.text
        said = await owner.post(f"/api/v1/posts/{made.json()['id']}/comment", json={"body": "What a morning"})
        assert said.status_code == 201, said.text
