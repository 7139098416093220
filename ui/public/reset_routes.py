"""The page behind a reset link."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from domain.accounts.reset_link import ResetLinkUnknown
from domain.errors import KamraError
from ui.accounts.address import counted_address
from ui.accounts.own_password import person_resetting, reset_with_code
from ui.parts import TheParts
from ui.problems import status_of
from ui.public.form_troubles import troubles_of
from ui.public.link_over import link_over
from ui.public.reset import reset_page
from ui.public.sign_in_routes import OurForm
from ui.web.plain_http import is_plain_http

router = APIRouter(include_in_schema=False)


@router.get("/reset/{code}")
async def show_reset(code: str, request: Request, parts: TheParts) -> Response:
    """The form, while the link works."""
    try:
        await person_resetting(parts, code, counted_address(request))
    except KamraError as error:
        return link_over(request, error)
    return HTMLResponse(reset_page(code=code, insecure=is_plain_http(request)))


@router.post("/reset/{code}", dependencies=[OurForm])
async def do_reset(code: str, request: Request, parts: TheParts, password: Annotated[str, Form()] = "") -> Response:
    """Replace the password and go on to sign in with it."""
    try:
        await reset_with_code(parts, code, password, address=counted_address(request), field="password")
    except ResetLinkUnknown as error:
        return link_over(request, error)
    except KamraError as error:
        troubles = troubles_of(error, ("password",))
        return HTMLResponse(reset_page(code=code, troubles=troubles, insecure=is_plain_http(request)), status_of(error))
    return RedirectResponse("/sign-in?reset=1", 303)
