"""Addresses with two faces: for people who are signed in a page of theirs, for anybody else plain HTML."""

from collections.abc import Awaitable, Callable

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from domain.errors import NotFound
from domain.paging import BadCursor
from ui.accounts.public_pages import public_pages
from ui.api.credentials import person_of
from ui.parts import parts_of
from ui.public.errors import error_page
from ui.web.plain_http import is_plain_http

# The same address is another page for somebody who is signed in, so no cache may give one the other's.
_HEADERS = {"Cache-Control": "private, no-cache", "Vary": "Cookie"}


class HandedOn(Response):
    """Whatever the pages of people who are signed in answer, also to those who have to sign in first."""

    def __init__(self, pages: ASGIApp) -> None:
        super().__init__()
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._pages(scope, receive, send)


async def answer_nobody(request: Request, page: Callable[[], Awaitable[str]]) -> Response:
    """The plain page for somebody who is not signed in, while public pages are on; anything else is handed on.

    It is decided here and not on the other page: NiceGUI keeps memory for each of its pages that was begun, also when
    that answers with something else. What a visitor may not see and what is not there are the same page.
    """
    parts = parts_of(request)
    if await person_of(request) is not None or not await public_pages(parts):
        pages: ASGIApp | None = request.app.state.pages
        if pages is None:
            raise HTTPException(404)
        return HandedOn(pages)
    try:
        return HTMLResponse(await page(), headers=_HEADERS)
    except (NotFound, BadCursor):
        return HTMLResponse(error_page(404, insecure=is_plain_http(request)), 404, _HEADERS)
