"""The help page, /help: what Kamra is, its keys, forgotten passwords, and how to get a secure address."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from ui.theme import help_texts
from ui.theme.pages import render
from ui.web.plain_http import is_plain_http

router = APIRouter(include_in_schema=False)


def help_page(*, insecure: bool = False) -> str:
    """Readable for everybody; the plain-http notice links to its `https` section."""
    return render("help.html", help=help_texts, insecure=insecure)


@router.get("/help")
async def show_help(request: Request) -> HTMLResponse:
    """The page, whoever asks."""
    return HTMLResponse(help_page(insecure=is_plain_http(request)))
