"""Joining in a browser: by invitation, or freely where that is allowed."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from domain.accounts.invite import InviteMissing, InviteUnknown, SignupClosed
from domain.accounts.rules import Newcomer
from domain.errors import KamraError
from domain.limits import TooManyTries
from ui.accounts.address import counted_address
from ui.accounts.browser_session import let_in
from ui.accounts.sign_up import inviter_of, sign_up
from ui.accounts.tries import CODE
from ui.parts import Parts, TheParts
from ui.problems import status_of
from ui.public.form_troubles import troubles_of
from ui.public.invite import invite_page
from ui.public.link_over import link_over
from ui.public.newcomer_form import FIELDS, TypedNewcomer
from ui.public.sign_in_routes import OurForm
from ui.public.sign_up_values import SignUpValues
from ui.web.plain_http import is_plain_http

router = APIRouter(include_in_schema=False)


@router.get("/invite/{code}")
async def show_invite(code: str, request: Request, parts: TheParts) -> Response:
    """The form behind an invitation."""
    try:
        await parts.limits.take(CODE, counted_address(request))
    except TooManyTries as error:
        return link_over(request, error)
    return await _form(request, parts, code)


@router.get("/sign-up")
async def show_sign_up(request: Request, parts: TheParts) -> Response:
    """The form for anybody, where that is allowed."""
    return await _form(request, parts, None)


@router.post("/invite/{code}", dependencies=[OurForm])
async def do_invite(code: str, request: Request, parts: TheParts, newcomer: TypedNewcomer) -> Response:
    """Join with an invitation."""
    return await _join(request, parts, newcomer, code)


@router.post("/sign-up", dependencies=[OurForm])
async def do_sign_up(request: Request, parts: TheParts, newcomer: TypedNewcomer) -> Response:
    """Join without one."""
    return await _join(request, parts, newcomer, None)


async def _join(request: Request, parts: Parts, newcomer: Newcomer, code: str | None) -> Response:
    try:
        account = await sign_up(parts, newcomer, code, counted_address(request))
    except KamraError as error:
        return await _form(request, parts, code, newcomer, error)
    return await let_in(parts, request, account, "/")


async def _form(
    request: Request, parts: Parts, code: str | None, typed: Newcomer | None = None, error: KamraError | None = None
) -> Response:
    insecure = is_plain_http(request)
    try:
        inviter = await inviter_of(parts, code)
    except (InviteMissing, InviteUnknown, SignupClosed) as over:
        return link_over(request, over)
    page = invite_page(
        action="/sign-up" if code is None else f"/invite/{code}",
        invited_by=None if inviter is None else inviter.display_name,
        values=None
        if typed is None
        else SignUpValues(display_name=typed.display_name, handle=typed.handle, email=typed.email or ""),
        troubles=None if error is None else troubles_of(error, FIELDS),
        insecure=insecure,
    )
    return HTMLResponse(page, 200 if error is None else status_of(error))
