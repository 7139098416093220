"""Blocking people, so that each is gone for the other."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from domain.accounts.find_person import find_person
from domain.graph.block import block, unblock
from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId
from domain.paging import Window
from ui.api.account_shapes import UserShape, user_for
from ui.api.credentials import Reader, Writer
from ui.api.graph_shapes import BlockShape, hint_at_notifications
from ui.api.listing import Listing, window_of
from ui.api.refusals import refuses
from ui.parts import Parts, TheParts

router = APIRouter(tags=["graph"])


class BlockedShape(BaseModel):
    """Whether that is new."""

    blocked: bool


class UnblockedShape(BaseModel):
    """Whether there was a block."""

    unblocked: bool


@router.post("/users/{user_id}/block", responses=refuses(401, 403, 404, 422))
async def block_user(user_id: str, actor: Writer, parts: TheParts) -> BlockedShape:
    """End follows both ways and be invisible to each other everywhere."""
    async with parts.works.write() as work:
        whom = await find_person(work, user_id)
        changed = await block(work, actor, whom.id, parts.clock.now())
    if changed:
        await hint_at_notifications(parts, actor.account.id, whom.id)
    return BlockedShape(blocked=changed)


@router.post("/users/{user_id}/unblock", responses=refuses(401, 403, 404, 422))
async def unblock_user(user_id: str, actor: Writer, parts: TheParts) -> UnblockedShape:
    """Let somebody be again; follows do not come back."""
    async with parts.works.write() as work:
        whom = await find_person(work, user_id)
        changed = await unblock(work, actor, whom.id)
    if changed:
        await hint_at_notifications(parts, actor.account.id, whom.id)
    return UnblockedShape(unblocked=changed)


@router.get("/blocks", responses=refuses(401, 403, 422))
async def list_blocks(
    actor: Reader, parts: TheParts, window: Annotated[Window, Depends(window_of("blocks", int, str))]
) -> Listing[BlockShape]:
    """Whom one blocks, newest first; nothing else shows them any more."""
    me = actor.account.id
    async with parts.works.read() as work:
        page = await work.blocks.list_of(me, window)
    items = [BlockShape(user=_without_face(parts, one.person, me), blocked_at=one.since) for one in page.items]
    return Listing(items=items, next_cursor=page.next_cursor)


def _without_face(parts: Parts, seen: SeenAccount, viewer: AccountId) -> UserShape:
    """Their picture is shown to one who blocks them as little as anything else, so its link would be dead."""
    return user_for(parts, seen, viewer).model_copy(update={"avatar": None})
