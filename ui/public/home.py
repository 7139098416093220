"""The address without a path: on to one's pictures, or to the sign-in."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

from ui.api.credentials import person_of

router = APIRouter(include_in_schema=False)


@router.get("/")
async def go_home(request: Request) -> RedirectResponse:
    """Nothing is shown here yet, so nobody stays."""
    return RedirectResponse("/sign-in" if await person_of(request) is None else "/library", 303)
