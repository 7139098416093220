"""Who presses something on a page, asked anew at each press: the session may have ended since the page was built."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from nicegui import ui

from domain.accounts.actor import Actor
from domain.errors import KamraError, NotSignedIn
from ui.api.credentials import person_of
from ui.components.field import Field
from ui.components.toast import toast
from ui.pages.errors import sign_in_address
from ui.parts import Parts, parts_of
from ui.theme.texts import sentence_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """The person as they are now, and the program's parts."""

    parts: Parts
    actor: Actor


@asynccontextmanager
async def acting(**fields: Field) -> AsyncIterator[Acting]:
    """Wrap whatever a handler does, to its last line: an error in the block ends it and is told to the person.

    Its sentence stands at the field it names (`fields`, by the names errors use), else in a toast.
    Whoever is not signed in any more is brought to the sign-in. The block opens its own transactions.
    """
    request = ui.context.client.request
    for field in fields.values():
        field.complain("")
    try:
        actor = await person_of(request)
        if actor is None:
            raise NotSignedIn
        yield Acting(parts=parts_of(request), actor=actor)
    except NotSignedIn:
        ui.navigate.to(sign_in_address(request.url.path))
    except KamraError as error:
        field = fields.get(error.field or "")
        if field is None:
            toast(sentence_for(error))
        else:
            field.complain(sentence_for(error))
