"""Taking posts and comments down, seeing what is down, and bringing it back."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from domain.moderation.restore import restore
from domain.moderation.take_down import take_down
from domain.posts.hints import hint
from ui.api.credentials import Moderator
from ui.api.listing import Listing
from ui.api.moderation_shapes import TargetShape, target_for
from ui.api.moderation_targets import Reason, Said, TheThing, said
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/moderation", tags=["moderation"])


class TakenDownThingShape(BaseModel):
    """Something nobody sees now; its id is the thing's own."""

    id: UUID
    target: TargetShape


@router.get("/taken-down", responses=refuses(401, 403))
async def list_taken_down(actor: Moderator, parts: TheParts) -> Listing[TakenDownThingShape]:
    """All of it that can be restored, the latest first; it is one page, as none of it is older than 30 days."""
    me, now = actor.account.id, parts.clock.now()
    async with parts.works.read() as work:
        targets = await work.moderated.taken_down_before(now)
        shown = await work.moderated.shown(targets, me, now)
    down = [(it.taken_down.at, target, it) for target, it in shown.items() if it.taken_down is not None]
    down.sort(key=lambda one: one[0], reverse=True)
    items = [TakenDownThingShape(id=target.id, target=target_for(parts, target, it, me)) for _, target, it in down]
    return Listing[TakenDownThingShape](items=items, next_cursor=None)


@router.post("/{things}/{thing_id}/takedown", status_code=204, responses=refuses(400, 401, 403, 404, 422))
async def take_down_thing(things: Said, thing_id: TheThing, body: Reason, actor: Moderator, parts: TheParts) -> None:
    """From now on nobody sees it; its author is told why and may appeal. After 30 days it is gone for good."""
    async with parts.works.write() as work:
        hints = await take_down(work, actor, said(things, thing_id), body.reason, parts.clock.now())
    await hint(parts.messages, hints)


@router.post("/{things}/{thing_id}/restore", status_code=204, responses=refuses(401, 403, 404, 422))
async def restore_thing(things: Said, thing_id: TheThing, actor: Moderator, parts: TheParts) -> None:
    """It is there again as it was, for whom its author chose."""
    async with parts.works.write() as work:
        hints = await restore(work, actor, said(things, thing_id), parts.clock.now())
    await hint(parts.messages, hints)
