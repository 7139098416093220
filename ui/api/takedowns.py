"""Taking posts and comments down, and bringing them back."""

from fastapi import APIRouter

from domain.moderation.restore import restore
from domain.moderation.take_down import take_down
from domain.posts.hints import hint
from ui.api.credentials import Moderator
from ui.api.moderation_targets import Reason, Said, TheThing, said
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/moderation", tags=["moderation"])


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
