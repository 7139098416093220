"""What programs that read the whole web may read here: nothing while public pages are off."""

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from ui.accounts.public_pages import public_pages
from ui.parts import TheParts

router = APIRouter(include_in_schema=False)

_NOTHING = "User-agent: *\nDisallow: /\n"
# Posts and profiles are what is there for anybody; invitations and the like are for who was given them.
_PAGES = "User-agent: *\n" + "".join(
    f"Disallow: /{path}\n" for path in ("api/", "sign-in", "sign-up", "setup/", "invite/", "reset/")
)


@router.api_route("/robots.txt", methods=["GET", "HEAD"])
async def robots(parts: TheParts) -> PlainTextResponse:
    """The file, as it is meant at this moment."""
    text = _PAGES if await public_pages(parts) else _NOTHING
    return PlainTextResponse(text, headers={"Cache-Control": "public, max-age=300"})
