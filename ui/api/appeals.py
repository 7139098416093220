"""Appeals: asking moderators to think again, and their answers."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, Field

from domain.ids import AppealId
from domain.moderation.answer_appeal import reject_appeal, uphold_appeal
from domain.moderation.appeal import MAX_APPEAL, AppealNotFound, AppealState
from domain.moderation.make_appeal import appeal
from domain.moderation.target import Target
from domain.paging import Window
from domain.posts.hints import hint
from ui.accounts.address import counted_address
from ui.accounts.appeal_while_suspended import appeal_while_suspended
from ui.accounts.cookies import device_cookie
from ui.accounts.sign_in import Attempt
from ui.api.credentials import Moderator, Writer
from ui.api.listing import Listing, window_of
from ui.api.moderation_shapes import (
    AppealShape,
    MadeAppealShape,
    NamedTarget,
    made_appeal,
    person_for,
    target_for,
)
from ui.api.path_ids import path_id
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/moderation/appeals", tags=["moderation"])

TheAppeal = Annotated[str, Path(description="The appeal's id.")]
Words = Annotated[str, Field(description=f"1 to {MAX_APPEAL:,} characters.")]
State = Annotated[AppealState | None, Query(description="Only those in this state.")]


class NewAppeal(BaseModel):
    """About what of one's own (the `target` of the notification), and why it should come back."""

    target: NamedTarget
    text: Words


class NewSuspensionAppeal(BaseModel):
    """By what one signs in, as nobody who is suspended can; and why one should be let in."""

    login: str
    password: str
    text: Words


@router.post("", status_code=201, responses=refuses(400, 401, 403, 404, 409, 422))
async def create_appeal(body: NewAppeal, actor: Writer, parts: TheParts) -> MadeAppealShape:
    """Appeal for a post or comment of one's own that was taken down; one at a time for each."""
    target = Target(kind=body.target.kind, id=body.target.id)
    async with parts.works.write() as work:
        made = await appeal(work, actor, target, body.text, parts.clock.now())
    return made_appeal(made)


@router.post("/suspension", status_code=201, responses=refuses(400, 401, 404, 409, 422, 429))
async def create_suspension_appeal(body: NewSuspensionAppeal, request: Request, parts: TheParts) -> MadeAppealShape:
    """Appeal for oneself while suspended; one at a time."""
    attempt = Attempt(
        login=body.login, password=body.password, address=counted_address(request), device=device_cookie(request)
    )
    return made_appeal(await appeal_while_suspended(parts, attempt, body.text))


@router.get("", responses=refuses(401, 403, 422))
async def list_appeals(
    actor: Moderator,
    parts: TheParts,
    window: Annotated[Window, Depends(window_of("appeals", str))],
    state: State = None,
) -> Listing[AppealShape]:
    """Appeals, newest first, with what they are about."""
    me, now = actor.account.id, parts.clock.now()
    async with parts.works.read() as work:
        page = await work.appeals.list(state, window)
        shown = await work.moderated.shown([one.target for one in page.items], me, now)
        people = await work.people.seen([one.account_id for one in page.items], me)
    items = [
        AppealShape(
            id=one.id,
            account=person_for(parts, people, one.account_id, me),
            target=target_for(parts, one.target, shown.get(one.target), me),
            text=one.text,
            state=one.state,
            created_at=one.created_at,
            answered_at=one.answered_at,
        )
        for one in page.items
    ]
    return Listing[AppealShape](items=items, next_cursor=page.next_cursor)


@router.post("/{appeal_id}/uphold", status_code=204, responses=refuses(401, 403, 404, 409))
async def uphold(appeal_id: TheAppeal, actor: Moderator, parts: TheParts) -> None:
    """It was right: what was taken down is there again, who was suspended is let in."""
    its_id = AppealId(path_id(appeal_id, AppealNotFound))
    async with parts.works.write() as work:
        hints = await uphold_appeal(work, actor, its_id, parts.clock.now())
    await hint(parts.messages, hints)


@router.post("/{appeal_id}/reject", status_code=204, responses=refuses(401, 403, 404, 409))
async def reject(appeal_id: TheAppeal, actor: Moderator, parts: TheParts) -> None:
    """Everything stays as it is."""
    its_id = AppealId(path_id(appeal_id, AppealNotFound))
    async with parts.works.write() as work:
        hints = await reject_appeal(work, actor, its_id, parts.clock.now())
    await hint(parts.messages, hints)
