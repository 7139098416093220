"""For those who run this Kamra: who is here, roles, reset links, and what they decided."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from domain.accounts.account import Role
from domain.accounts.change_password import make_reset_link
from domain.accounts.decisions import MEMBERS_INVITE, PUBLIC_PAGES
from domain.accounts.find_person import find_person
from domain.accounts.roles import set_role
from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId
from domain.media.collections import Usage
from domain.paging import Window
from domain.work import Work
from ui.accounts.address import own_address
from ui.accounts.public_pages import public_pages
from ui.api.account_shapes import UsageShape, UserShape, user_for
from ui.api.credentials import AdminActor
from ui.api.listing import Listing, window_of
from ui.api.refusals import refuses
from ui.parts import Parts, TheParts

router = APIRouter(tags=["admin"])


class SuspensionShape(BaseModel):
    """Why and until when somebody is shut out; `until` null: until it is undone."""

    since: datetime
    until: datetime | None
    reason: str


class MemberShape(UserShape):
    """What those who run this Kamra see of a person."""

    email: str | None
    role: Role
    usage: UsageShape
    seen_at: datetime | None
    suspension: SuspensionShape | None


class NewRole(BaseModel):
    """The role to give."""

    role: Role


class ResetLinkShape(BaseModel):
    """A link with which the person chooses a new password, once."""

    url: str
    expires_at: datetime


class DecisionsShape(BaseModel):
    """Who may look in, and whether members may invite; a setting (KAMRA_PUBLIC_PAGES) wins over what is kept."""

    public_pages: bool
    public_pages_is_set: bool
    members_invite: bool


class NewDecisions(BaseModel):
    """What to decide anew; what is left out stays."""

    public_pages: bool | None = None
    members_invite: bool | None = None


@router.get("/admin/users", responses=refuses(401, 403, 422))
async def list_members(
    actor: AdminActor, parts: TheParts, window: Annotated[Window, Depends(window_of("accounts", str))]
) -> Listing[MemberShape]:
    """Everybody here, newest first."""
    async with parts.works.read() as work:
        page = await work.accounts.list(window)
        usages = [await work.media.usage(account.id) for account in page.items]
        seen = await work.people.seen([account.id for account in page.items], actor.account.id)
    items = [
        _member(parts, actor.account.id, seen[one.id], usage) for one, usage in zip(page.items, usages, strict=True)
    ]
    return Listing(items=items, next_cursor=page.next_cursor)


@router.post("/admin/users/{user_id}/role", responses=refuses(400, 401, 403, 404, 409, 422))
async def give_role(user_id: str, body: NewRole, actor: AdminActor, parts: TheParts) -> MemberShape:
    """Give somebody a role; somebody has to stay admin while others are here."""
    async with parts.works.write() as work:
        whose = await find_person(work, user_id)
        account = await set_role(work, whose.id, body.role)
        usage = await work.media.usage(account.id)
        seen = await work.people.seen([account.id], actor.account.id)
    return _member(parts, actor.account.id, seen[account.id], usage)


@router.post("/users/{user_id}/reset-link", status_code=201, responses=refuses(401, 403, 404))
async def create_reset_link(user_id: str, request: Request, _actor: AdminActor, parts: TheParts) -> ResetLinkShape:
    """A link for somebody who forgot their password; an older one of theirs stops working."""
    async with parts.works.write() as work:
        whose = await find_person(work, user_id)
        code, link = await make_reset_link(work, whose.id, parts.clock.now())
    return ResetLinkShape(url=f"{own_address(request, parts.settings)}/reset/{code}", expires_at=link.expires_at)


@router.get("/admin/decisions", responses=refuses(401, 403))
async def get_decisions(_actor: AdminActor, parts: TheParts) -> DecisionsShape:
    """What holds now."""
    return await _decisions(parts)


@router.patch("/admin/decisions", responses=refuses(400, 401, 403, 422))
async def decide(body: NewDecisions, _actor: AdminActor, parts: TheParts) -> DecisionsShape:
    """Decide who may look in, and whether members may invite."""
    async with parts.works.write() as work:
        await _keep(work, PUBLIC_PAGES, body.public_pages)
        await _keep(work, MEMBERS_INVITE, body.members_invite)
    return await _decisions(parts)


async def _keep(work: Work, name: str, decided: bool | None) -> None:
    if decided is not None:
        await work.decisions.keep(name, on=decided)


async def _decisions(parts: Parts) -> DecisionsShape:
    async with parts.works.read() as work:
        members_invite = await work.decisions.is_on(MEMBERS_INVITE)
    return DecisionsShape(
        public_pages=await public_pages(parts),
        public_pages_is_set=parts.settings.public_pages is not None,
        members_invite=members_invite,
    )


def _member(parts: Parts, viewer: AccountId, seen: SeenAccount, usage: Usage) -> MemberShape:
    account = seen.account
    suspension = None
    if account.suspended_at is not None and account.is_suspended(parts.clock.now()):
        suspension = SuspensionShape(
            since=account.suspended_at, until=account.suspended_until, reason=account.suspended_reason or ""
        )
    return MemberShape(
        **user_for(parts, seen, viewer).model_dump(),
        email=account.email,
        role=account.role,
        usage=UsageShape(media=usage.pictures, bytes=usage.bytes),
        seen_at=account.seen_at,
        suspension=suspension,
    )
