"""The audit of what moderators did, and whether it is whole."""

from typing import Annotated

from fastapi import APIRouter, Depends

from domain.moderation.verify_audit import verify_audit
from domain.paging import Window
from ui.api.credentials import Moderator
from ui.api.listing import Listing, window_of
from ui.api.moderation_shapes import AuditShape, VerdictShape, audit_for, whom_of
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/moderation/audit", tags=["moderation"])


@router.get("", responses=refuses(401, 403, 422))
async def list_audit(
    actor: Moderator, parts: TheParts, window: Annotated[Window, Depends(window_of("audit", int))]
) -> Listing[AuditShape]:
    """Everything moderators did, newest first; each row carries the hash of the one before."""
    me = actor.account.id
    async with parts.works.read() as work:
        page = await work.audit.list(window)
        named = {one for entry in page.items for one in (entry.actor_id, whom_of(entry)) if one is not None}
        people = await work.people.seen([*named], me)
    items = [audit_for(parts, entry, people, me) for entry in page.items]
    return Listing[AuditShape](items=items, next_cursor=page.next_cursor)


@router.get("/verify", responses=refuses(401, 403))
async def verify(_actor: Moderator, parts: TheParts) -> VerdictShape:
    """Compute the whole chain again. Compare `head` with one noted elsewhere to know that nothing is cut off."""
    async with parts.works.read() as work:
        verdict = await verify_audit(work.audit)
    return VerdictShape(
        valid=verdict.valid, head=verdict.head.hex(), length=verdict.length, first_bad=verdict.first_bad
    )
