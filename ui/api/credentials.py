"""What a route asks of whoever calls it: `Reader`, `Writer`, `Moderator`, `AdminActor` or `MaybeViewer`."""

from typing import Annotated

from fastapi import Depends
from fastapi.security import APIKeyCookie, HTTPBearer
from starlette.requests import HTTPConnection

from domain.accounts.account import AccountSuspended
from domain.accounts.actor import Actor, Scope
from domain.errors import NotSignedIn
from ui.accounts.cookies import SESSION_COOKIES
from ui.accounts.recognise import by_cookie, recognise
from ui.parts import TheParts, parts_of

_bearer = HTTPBearer(auto_error=False, description="An access token or an API token.")
_cookie = APIKeyCookie(name=SESSION_COOKIES[1], auto_error=False, description="A browser's session, with its Origin.")


async def _maybe(connection: HTTPConnection, parts: TheParts) -> Actor | None:
    return await recognise(connection, parts)


MaybeViewer = Annotated[Actor | None, Depends(_maybe)]


async def _somebody(
    found: MaybeViewer,
    _header: Annotated[object, Depends(_bearer)],  # only for the API's own description
    _session: Annotated[object, Depends(_cookie)],  # likewise
) -> Actor:
    if found is None:
        raise NotSignedIn
    return found


Somebody = Annotated[Actor, Depends(_somebody)]


async def _reader(actor: Somebody) -> Actor:
    actor.demand(Scope.READ)
    return actor


async def _writer(actor: Somebody) -> Actor:
    actor.demand(Scope.WRITE)
    return actor


async def _moderator(actor: Somebody) -> Actor:
    actor.demand_moderator()
    return actor


async def _admin(actor: Somebody) -> Actor:
    actor.demand_admin()
    return actor


Reader = Annotated[Actor, Depends(_reader)]
Writer = Annotated[Actor, Depends(_writer)]
Moderator = Annotated[Actor, Depends(_moderator)]
AdminActor = Annotated[Actor, Depends(_admin)]


async def person_of(connection: HTTPConnection) -> Actor | None:
    """Whose browser this is, for pages: by its cookie only; None for nobody, and for somebody who is suspended."""
    try:
        return await by_cookie(connection, parts_of(connection))
    except AccountSuspended:
        return None
