"""The room page, `/r`: one page for every room, because the key is in the link's end, which no server is ever told."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from ui.api.credentials import person_of
from ui.components.shell import PLACES
from ui.theme.pages import render

ROOM_PATH = "/r"
# Nothing from another host, no script but our own files, and nobody learns where somebody came from.
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
    "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-cache",  # its modules' addresses change with the program
}

router = APIRouter(include_in_schema=False)


@router.api_route(ROOM_PATH, methods=["GET", "HEAD"])
async def show_room(request: Request) -> Response:
    """The page, whoever asks; somebody who is signed in finds the way back to the rest of Kamra."""
    actor = await person_of(request)
    if actor is None:
        return HTMLResponse(room_page(name=None), headers=HEADERS)
    return HTMLResponse(room_page(name=actor.account.display_name, theme=actor.account.theme), headers=HEADERS)


def room_page(*, name: str | None, theme: str | None = None) -> str:
    """HTML; `name` is what who is signed in is called, None for nobody; `theme` their own, light or dark."""
    return render("room.html", name=name, theme=theme, places=PLACES)
