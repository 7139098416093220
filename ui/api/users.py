"""People: joining, looking at somebody, changing one's profile, leaving."""

from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel

from domain.accounts.edit_profile import ProfileChange, edit_profile
from domain.accounts.find_person import find_person, find_profile
from domain.accounts.rules import Newcomer
from domain.graph.seen_account import seen_by_oneself
from domain.ids import MediaId
from ui.accounts.address import counted_address
from ui.accounts.leaving import leave_for_good
from ui.accounts.own_password import demand_own_password
from ui.accounts.sign_up import sign_up
from ui.api.account_shapes import UserShape, user_for
from ui.api.credentials import Writer
from ui.api.looking import Looker
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/users", tags=["users"])


class NewUser(BaseModel):
    """Who joins; `invite` is the code of an invitation."""

    handle: str
    display_name: str
    password: str
    email: str | None = None
    bio: str = ""
    invite: str | None = None


class Profile(BaseModel):
    """What shall change; what is left out stays, null takes the picture or the theme away."""

    display_name: str = ""
    bio: str = ""
    avatar_media_id: UUID | None = None
    is_private: bool = False
    theme: str | None = None


class Leaving(BaseModel):
    """One's own password, once more."""

    password: str


@router.post("", status_code=201, responses=refuses(400, 403, 409, 410, 422, 429))
async def create_user(body: NewUser, request: Request, parts: TheParts) -> UserShape:
    """Join this Kamra."""
    newcomer = Newcomer(
        handle=body.handle,
        display_name=body.display_name,
        password=body.password,
        email=body.email or None,
        bio=body.bio,
    )
    account = await sign_up(parts, newcomer, body.invite, counted_address(request))
    return user_for(parts, seen_by_oneself(account), account.id)


@router.get("/{user_id}", responses=refuses(401, 403, 404))
async def get_user(user_id: str, viewer_id: Looker, parts: TheParts) -> UserShape:
    """Somebody, by id or `@handle`; without signing in only while public pages are on."""
    async with parts.works.read() as work:
        profile = await find_profile(work, user_id, viewer_id, parts.clock.now())
    return user_for(parts, profile.person, viewer_id)


@router.patch("/{user_id}", responses=refuses(400, 401, 403, 404, 422))
async def change_user(user_id: str, body: Profile, actor: Writer, parts: TheParts) -> UserShape:
    """Change one's own profile."""
    change = ProfileChange(
        given=frozenset(body.model_fields_set),
        display_name=body.display_name,
        bio=body.bio,
        avatar_media_id=None if body.avatar_media_id is None else MediaId(body.avatar_media_id),
        is_private=body.is_private,
        theme=body.theme,
    )
    async with parts.works.write() as work:
        whose = await find_person(work, user_id)
        account = await edit_profile(work, actor, whose.id, change, parts.clock.now())
    return user_for(parts, seen_by_oneself(account), account.id)


@router.delete("/{user_id}", status_code=204, responses=refuses(400, 401, 403, 404, 409, 422, 429))
async def delete_user(user_id: str, actor: Writer, parts: TheParts, body: Leaving | None = None) -> None:
    """Leave for good with one's own password, or have somebody else leave as an admin; everything of theirs goes."""
    async with parts.works.read() as work:
        leaving = await find_person(work, user_id)
    if leaving.id == actor.account.id:
        await demand_own_password(parts, actor, "" if body is None else body.password, field="password")
    else:
        actor.demand_admin()
    await leave_for_good(parts, leaving.id)
