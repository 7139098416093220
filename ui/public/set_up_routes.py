"""The set-up link that the console prints."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from domain.accounts.first_owner import SetupDone, SetupLinkUnknown
from domain.errors import KamraError
from ui.accounts.browser_session import let_in
from ui.accounts.first_owner import demand_setup_code, set_up
from ui.api.credentials import person_of
from ui.parts import TheParts
from ui.problems import status_of
from ui.public.errors import error_page
from ui.public.first_pictures import first_pictures_page
from ui.public.form_troubles import troubles_of
from ui.public.newcomer_form import FIELDS, TypedNewcomer
from ui.public.set_up import already_set_up_page, set_up_page
from ui.public.sign_in_routes import OurForm
from ui.public.sign_up_values import SignUpValues
from ui.theme.texts import sentence_for
from ui.web.plain_http import is_plain_http

FIRST_PICTURES = "/first-pictures"

router = APIRouter(include_in_schema=False)


@router.get("/setup/{code}")
async def show_set_up(code: str, request: Request, parts: TheParts) -> Response:
    """The questions, while nobody runs this Kamra."""
    try:
        await demand_setup_code(parts, code)
    except (SetupDone, SetupLinkUnknown) as error:
        return _over(request, error)
    return HTMLResponse(set_up_page(code=code, insecure=is_plain_http(request)))


@router.post("/setup/{code}", dependencies=[OurForm])
async def do_set_up(
    code: str,
    request: Request,
    parts: TheParts,
    newcomer: TypedNewcomer,
    public_pages: Annotated[str, Form()] = "off",
) -> Response:
    """Make this person the owner, signed in, and go on to their first pictures."""
    try:
        account = await set_up(parts, code, newcomer, public_pages=public_pages == "on")
    except (SetupDone, SetupLinkUnknown) as error:
        return _over(request, error)
    except KamraError as error:
        values = SignUpValues(
            display_name=newcomer.display_name,
            handle=newcomer.handle,
            email=newcomer.email or "",
            public_pages=public_pages,
        )
        page = set_up_page(
            code=code, values=values, troubles=troubles_of(error, FIELDS), insecure=is_plain_http(request)
        )
        return HTMLResponse(page, status_of(error))
    return await let_in(parts, request, account, FIRST_PICTURES)


@router.get(FIRST_PICTURES)
async def show_first_pictures(request: Request, parts: TheParts) -> Response:
    """The last step, for somebody who is signed in."""
    owner = await person_of(request)
    if owner is None:
        return RedirectResponse("/sign-in", 303)
    page = first_pictures_page(
        handle=owner.account.handle,
        max_bytes=parts.settings.upload_max_bytes,
        insecure=is_plain_http(request),
    )
    return HTMLResponse(page)


def _over(request: Request, error: KamraError) -> HTMLResponse:
    insecure = is_plain_http(request)
    if isinstance(error, SetupDone):
        return HTMLResponse(already_set_up_page(insecure=insecure), status_of(error))
    return HTMLResponse(error_page(404, sentence=sentence_for(error), insecure=insecure), 404)
