"""Signing in and out in a browser."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from domain.errors import KamraError, TooOften
from ui.accounts.browser_session import sign_in_browser, sign_out_browser
from ui.accounts.origin import demand_own_origin
from ui.api.credentials import person_of
from ui.parts import TheParts
from ui.problems import status_of
from ui.public.own_path import own_path
from ui.public.sign_in import sign_in_page
from ui.theme import page_texts
from ui.theme.texts import sentence_for
from ui.web.plain_http import is_plain_http

router = APIRouter(include_in_schema=False)


async def _from_our_page(request: Request, parts: TheParts) -> None:
    demand_own_origin(request, parts.settings)


OurForm = Depends(_from_our_page)


@router.get("/sign-in")
async def show_sign_in(request: Request, next: str = "", reset: str = "") -> Response:
    """The form, or straight on for somebody who is signed in."""
    if await person_of(request) is not None:
        return RedirectResponse(own_path(next), 303)
    told = page_texts.PASSWORD_CHANGED if reset else ""
    return HTMLResponse(sign_in_page(next=next, told=told, place=request.url.netloc, insecure=is_plain_http(request)))


@router.post("/sign-in", dependencies=[OurForm])
async def do_sign_in(
    request: Request,
    parts: TheParts,
    login: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "",
) -> Response:
    """Open a session, or show the form again with the reason."""
    try:
        return await sign_in_browser(parts, request, login, password, own_path(next))
    except KamraError as error:
        page = sign_in_page(
            login=login,
            trouble=sentence_for(error),
            next=next,
            place=request.url.netloc,
            insecure=is_plain_http(request),
        )
        headers = {"Retry-After": str(error.retry_after)} if isinstance(error, TooOften) else None
        return HTMLResponse(page, status_of(error), headers)


@router.post("/sign-out", dependencies=[OurForm])
async def sign_out(request: Request, parts: TheParts) -> Response:
    """End this browser's session."""
    return await sign_out_browser(parts, request, "/sign-in")
