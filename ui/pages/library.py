"""The library page, `/library`, and the same page with one picture open, `/m/<id>`."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from fastapi import Request, Response
from nicegui import ui

from ui.components.gallery import STYLES, Gallery
from ui.components.shell import ShellPerson, frame
from ui.theme.page_texts import LIBRARY


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryView:
    """What the page shows: media as the API gives them to their owner, and the most bytes one upload may have."""

    person: ShellPerson
    items: Sequence[Mapping[str, object]] = field(default=())
    next_cursor: str | None = None
    query: str = ""
    opened: Mapping[str, object] | None = None
    max_bytes: int


LoadLibrary = Callable[[Request, str | None], Awaitable[LibraryView | Response]]


def register_library(load: LoadLibrary, follow: Callable[[LibraryView, Gallery], None] | None = None) -> None:
    """Serve the two addresses.

    `load` gets the request and the id of the picture to open, None for none; what it answers instead of a view
    (sign-in, not found) is sent as it is. `follow` is told of each page made, so that it can show live changes.
    """

    @ui.page("/library")
    async def library(request: Request) -> Response | None:
        return await show(request, None)

    @ui.page("/m/{media_id}")
    async def picture(request: Request, media_id: str) -> Response | None:
        return await show(request, media_id)

    async def show(request: Request, media_id: str | None) -> Response | None:
        view = await load(request, media_id)
        if isinstance(view, Response):
            return view
        with frame(view.person, "library", LIBRARY, styles=STYLES, width="full"):
            gallery = Gallery(
                items=view.items,
                next_cursor=view.next_cursor,
                query=view.query,
                opened=view.opened,
                max_bytes=view.max_bytes,
            )
        if follow:
            follow(view, gallery)
        return None
