"""Muting people, so that one hears nothing from them."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from domain.accounts.find_person import find_person
from domain.graph.mute import mute, unmute
from domain.paging import Window
from ui.api.account_shapes import user_for
from ui.api.credentials import Reader, Writer
from ui.api.graph_shapes import MuteShape, hint_at_notifications
from ui.api.listing import Listing, window_of
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(tags=["graph"])


class MutedShape(BaseModel):
    """Whether that is new."""

    muted: bool


class UnmutedShape(BaseModel):
    """Whether they were muted."""

    unmuted: bool


@router.post("/users/{user_id}/mute", responses=refuses(401, 403, 404, 422))
async def mute_user(user_id: str, actor: Writer, parts: TheParts) -> MutedShape:
    """Leave somebody out of one's feed and notifications; they are not told."""
    async with parts.works.write() as work:
        whom = await find_person(work, user_id)
        changed = await mute(work, actor, whom.id, parts.clock.now())
    if changed:
        await hint_at_notifications(parts, actor.account.id)
    return MutedShape(muted=changed)


@router.post("/users/{user_id}/unmute", responses=refuses(401, 403, 404, 422))
async def unmute_user(user_id: str, actor: Writer, parts: TheParts) -> UnmutedShape:
    """Hear of somebody again."""
    async with parts.works.write() as work:
        whom = await find_person(work, user_id)
        changed = await unmute(work, actor, whom.id)
    if changed:
        await hint_at_notifications(parts, actor.account.id)
    return UnmutedShape(unmuted=changed)


@router.get("/mutes", responses=refuses(401, 403, 422))
async def list_mutes(
    actor: Reader, parts: TheParts, window: Annotated[Window, Depends(window_of("mutes", int, str))]
) -> Listing[MuteShape]:
    """Whom one mutes, newest first."""
    me = actor.account.id
    async with parts.works.read() as work:
        page = await work.mutes.list_of(me, window)
    items = [MuteShape(user=user_for(parts, one.person, me), muted_at=one.since) for one in page.items]
    return Listing(items=items, next_cursor=page.next_cursor)
