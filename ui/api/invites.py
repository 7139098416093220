"""Invitations: making, seeing and taking back one's own."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from domain.accounts.account import Role
from domain.accounts.actor import Actor
from domain.accounts.invite import Invite, InviteNotFound
from domain.accounts.invite_somebody import DEFAULT_DAYS, invite_somebody
from domain.ids import AccountId
from domain.paging import Window
from ui.accounts.address import own_address
from ui.api.credentials import Reader, Writer
from ui.api.listing import Listing, window_of
from ui.api.refusals import refuses
from ui.parts import Parts, TheParts

router = APIRouter(prefix="/invites", tags=["users"])


class NewInvite(BaseModel):
    """For how many days, and whether both then follow each other."""

    days: int = DEFAULT_DAYS
    follow: bool = True


class InviteShape(BaseModel):
    """One open invitation; it works once."""

    code: str
    url: str
    follow: bool
    created_at: datetime
    expires_at: datetime


@router.post("", status_code=201, responses=refuses(400, 401, 403, 422))
async def create_invite(request: Request, actor: Writer, parts: TheParts, body: NewInvite | None = None) -> InviteShape:
    """Invite one person."""
    wanted = body or NewInvite()
    async with parts.works.write() as work:
        invite = await invite_somebody(
            work,
            actor,
            signup=parts.settings.signup,
            days=wanted.days,
            follow=wanted.follow,
            now=parts.clock.now(),
        )
    return _shape(request, parts, invite)


@router.get("", responses=refuses(401, 403, 422))
async def list_invites(
    request: Request,
    actor: Reader,
    parts: TheParts,
    window: Annotated[Window, Depends(window_of("invites", int, str))],
) -> Listing[InviteShape]:
    """One's own open invitations, newest first."""
    async with parts.works.read() as work:
        page = await work.invites.list_of(actor.account.id, parts.clock.now(), window)
    return Listing(items=[_shape(request, parts, one) for one in page.items], next_cursor=page.next_cursor)


@router.delete("/{code}", status_code=204, responses=refuses(401, 403, 404))
async def delete_invite(code: str, actor: Writer, parts: TheParts) -> None:
    """Take back one of one's own; an admin may take back anybody's."""
    async with parts.works.write() as work:
        if not await work.invites.remove(code, _whose(actor)):
            raise InviteNotFound


def _whose(actor: Actor) -> AccountId | None:
    return None if actor.account.role is Role.ADMIN else actor.account.id


def _shape(request: Request, parts: Parts, invite: Invite) -> InviteShape:
    return InviteShape(
        code=invite.code,
        url=f"{own_address(request, parts.settings)}/invite/{invite.code}",
        follow=invite.follow,
        created_at=invite.created_at,
        expires_at=invite.expires_at,
    )
