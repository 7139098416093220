"""Reports: making them, and what moderators make of them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from domain.ids import FlagId
from domain.moderation.answer_flag import dismiss_flag, resolve_flag
from domain.moderation.flag import FlagNotFound, FlagState
from domain.moderation.flag_something import flag_something
from domain.paging import Window
from ui.api.credentials import Moderator, Writer
from ui.api.listing import Listing, window_of
from ui.api.moderation_shapes import FlagShape, MadeFlagShape, made_flag, person_for, target_for
from ui.api.moderation_targets import Reason, TheThing, Things, thing
from ui.api.path_ids import path_id
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/moderation", tags=["moderation"])

TheFlag = Annotated[str, Path(description="The report's id.")]
State = Annotated[FlagState | None, Query(description="Only those in this state.")]


@router.post("/{things}/{thing_id}/flag", status_code=201, responses=refuses(400, 401, 403, 404, 409, 422))
async def flag(things: Things, thing_id: TheThing, body: Reason, actor: Writer, parts: TheParts) -> MadeFlagShape:
    """Report somebody or something one may see to the moderators, once."""
    async with parts.works.write() as work:
        target = await thing(work, things, thing_id)
        made = await flag_something(work, actor, target, body.reason, parts.clock.now())
    return made_flag(made)


@router.get("/flags", responses=refuses(401, 403, 422))
async def list_flags(
    actor: Moderator,
    parts: TheParts,
    window: Annotated[Window, Depends(window_of("flags", str))],
    state: State = None,
) -> Listing[FlagShape]:
    """Reports, newest first, with what they are about."""
    me, now = actor.account.id, parts.clock.now()
    async with parts.works.read() as work:
        page = await work.flags.list(state, window)
        shown = await work.moderated.shown([one.target for one in page.items], me, now)
        people = await work.people.seen([one.reporter_id for one in page.items], me)
    items = [
        FlagShape(
            id=one.id,
            reporter=person_for(parts, people, one.reporter_id, me),
            target=target_for(parts, one.target, shown.get(one.target), me),
            reason=one.reason,
            state=one.state,
            created_at=one.created_at,
            answered_at=one.answered_at,
        )
        for one in page.items
    ]
    return Listing[FlagShape](items=items, next_cursor=page.next_cursor)


@router.post("/flags/{flag_id}/resolve", status_code=204, responses=refuses(401, 403, 404, 409))
async def resolve(flag_id: TheFlag, actor: Moderator, parts: TheParts) -> None:
    """The report was right, and something was done about it."""
    async with parts.works.write() as work:
        await resolve_flag(work, actor, FlagId(path_id(flag_id, FlagNotFound)), parts.clock.now())


@router.post("/flags/{flag_id}/dismiss", status_code=204, responses=refuses(401, 403, 404, 409))
async def dismiss(flag_id: TheFlag, actor: Moderator, parts: TheParts) -> None:
    """There is nothing to do about it."""
    async with parts.works.write() as work:
        await dismiss_flag(work, actor, FlagId(path_id(flag_id, FlagNotFound)), parts.clock.now())
