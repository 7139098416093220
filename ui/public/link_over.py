"""What a link says that cannot be followed (used, run out, tried too often), as an answer."""

from fastapi import Request
from fastapi.responses import HTMLResponse

from domain.errors import KamraError, TooOften
from ui.problems import status_of
from ui.public.errors import said_page
from ui.theme import page_texts
from ui.theme.texts import sentence_for
from ui.web.plain_http import is_plain_http


def link_over(request: Request, error: KamraError) -> HTMLResponse:
    """The error's sentence, and the way to the sign-in."""
    page = said_page(
        headline=page_texts.NOT_HERE.headline,
        sentence=sentence_for(error),
        button=page_texts.SIGN_IN,
        href="/sign-in",
        insecure=is_plain_http(request),
    )
    headers = {"Retry-After": str(error.retry_after)} if isinstance(error, TooOften) else None
    return HTMLResponse(page, status_of(error), headers)
