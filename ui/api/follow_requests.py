"""Who waits to follow oneself, and one's answers."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from domain.accounts.find_person import find_person
from domain.graph.answer_request import accept_request, reject_request
from domain.paging import Window
from ui.api.account_shapes import user_for
from ui.api.credentials import Reader, Writer
from ui.api.graph_shapes import RequestShape, hint_at_notifications
from ui.api.listing import Listing, window_of
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/follow-requests", tags=["graph"])


class AcceptedShape(BaseModel):
    """They follow now."""

    accepted: bool


class RejectedShape(BaseModel):
    """They wait no longer."""

    rejected: bool


@router.get("", responses=refuses(401, 403, 422))
async def list_requests(
    actor: Reader, parts: TheParts, window: Annotated[Window, Depends(window_of("follow-requests", int, str))]
) -> Listing[RequestShape]:
    """Who waits to follow oneself, newest first."""
    me = actor.account.id
    async with parts.works.read() as work:
        page = await work.follows.requests(me, window, parts.clock.now())
    items = [RequestShape(user=user_for(parts, one.person, me), requested_at=one.since) for one in page.items]
    return Listing(items=items, next_cursor=page.next_cursor)


@router.post("/{user_id}/accept", responses=refuses(401, 403, 404, 422))
async def accept(user_id: str, actor: Writer, parts: TheParts) -> AcceptedShape:
    """Let somebody who waits follow oneself."""
    async with parts.works.write() as work:
        whom = await find_person(work, user_id)
        await accept_request(work, actor, whom.id, parts.clock.now())
    await hint_at_notifications(parts, actor.account.id)
    return AcceptedShape(accepted=True)


@router.post("/{user_id}/reject", responses=refuses(401, 403, 404, 422))
async def reject(user_id: str, actor: Writer, parts: TheParts) -> RejectedShape:
    """Do not; they are not told."""
    async with parts.works.write() as work:
        whom = await find_person(work, user_id)
        await reject_request(work, actor, whom.id)
    await hint_at_notifications(parts, actor.account.id)
    return RejectedShape(rejected=True)
