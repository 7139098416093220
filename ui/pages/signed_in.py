"""Whose page it is: asked before anything of it is built, so that a visitor who is nobody costs no memory."""

from typing import Annotated

from fastapi import Depends, Request

from domain.accounts.account import Role
from domain.accounts.actor import Actor, NotAllowed
from domain.errors import NotSignedIn
from ui.api.credentials import person_of
from ui.pages.unread import note_unread


async def _signed_in(request: Request) -> Actor:
    actor = await person_of(request)
    if actor is None:
        raise NotSignedIn
    await note_unread(request, actor)
    return actor


MUST_BE_SIGNED_IN = Depends(_signed_in)
SignedIn = Annotated[Actor, MUST_BE_SIGNED_IN]


async def _admin(actor: SignedIn) -> Actor:
    if actor.account.role is not Role.ADMIN:
        raise NotAllowed
    return actor


async def _moderator(actor: SignedIn) -> Actor:
    actor.demand_moderator()
    return actor


SignedInModerator = Annotated[Actor, Depends(_moderator)]
SignedInAdmin = Annotated[Actor, Depends(_admin)]
