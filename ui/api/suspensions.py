"""Shutting people out for a while, and letting them in again."""

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel

from domain.accounts.find_person import find_person
from domain.accounts.roles import suspend, unsuspend
from ui.accounts.ended_sessions import tell_ended
from ui.api.credentials import Moderator
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/moderation/users", tags=["moderation"])


class Suspension(BaseModel):
    """Why, in words the person will read, and until when (null: until it is undone)."""

    reason: str
    until: AwareDatetime | None = None


@router.post("/{user_id}/suspend", status_code=204, responses=refuses(400, 401, 403, 404, 422))
async def suspend_user(user_id: str, body: Suspension, actor: Moderator, parts: TheParts) -> None:
    """From now on nothing that the person signed in with works, and their open pages close."""
    now = parts.clock.now()
    async with parts.works.write() as work:
        whose = await find_person(work, user_id)
        sessions = await suspend(work, actor, whose.id, reason=body.reason, until=body.until, now=now)
    await tell_ended(parts.messages, sessions)


@router.post("/{user_id}/unsuspend", status_code=204, responses=refuses(401, 403, 404))
async def unsuspend_user(user_id: str, actor: Moderator, parts: TheParts) -> None:
    """Let somebody in again."""
    now = parts.clock.now()
    async with parts.works.write() as work:
        whose = await find_person(work, user_id)
        await unsuspend(work, actor, whose.id, now)
