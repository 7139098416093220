"""What a browser gets instead of a page: the way to the sign-in, or a plain page that says what is the matter."""

from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from domain.errors import KamraError, NotSignedIn
from ui.problems import status_of
from ui.public.errors import error_page
from ui.theme.texts import sentence_for
from ui.web.plain_http import is_plain_http


def install_error_pages(pages: FastAPI) -> None:
    """Answer every error of the pages' application in Kamra's words; NiceGUI's own handlers are replaced."""
    pages.add_exception_handler(KamraError, _on_kamra_error)
    pages.add_exception_handler(HTTPException, _on_http_exception)
    pages.add_exception_handler(404, _on_http_exception)
    pages.add_exception_handler(Exception, _on_anything_else)


def sign_in_address(path: str) -> str:
    """Where to sign in and come back to this path afterwards; the bare address is where one comes anyway."""
    return "/sign-in" if path == "/" else f"/sign-in?{urlencode({'next': path})}"


async def _on_kamra_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, KamraError)  # noqa: S101  # it is registered for nothing else; tells the type checker
    if isinstance(error, NotSignedIn):
        return RedirectResponse(sign_in_address(request.url.path), 303)
    status = status_of(error)
    sentence = "" if status in {403, 404} else sentence_for(error)
    return HTMLResponse(error_page(status, sentence=sentence, insecure=is_plain_http(request)), status)


async def _on_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  # as above
    page = error_page(error.status_code, insecure=is_plain_http(request))
    return HTMLResponse(page, error.status_code, headers=dict(error.headers or {}))


async def _on_anything_else(request: Request, _error: Exception) -> Response:
    """Only say it: the error goes on to the application around this one, which writes it to the log."""
    number = request.scope.get("state", {}).get("request_id", "")[:8]
    return HTMLResponse(error_page(500, number=number, insecure=is_plain_http(request)), 500)
