"""One's own sign-ins: where they are, and ending one from afar."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from domain.accounts.session import SessionKind, SessionNotFound
from domain.ids import SessionId
from domain.paging import Window
from ui.accounts.ended_sessions import tell_ended
from ui.api.credentials import Reader, Writer
from ui.api.listing import Listing, window_of
from ui.api.path_ids import path_id
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/auth/sessions", tags=["auth"])


class SessionShape(BaseModel):
    """One sign-in; `current` is the one that asks."""

    id: UUID
    kind: SessionKind
    user_agent: str
    address: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    current: bool


@router.get("", responses=refuses(401, 403, 422))
async def list_sessions(
    actor: Reader, parts: TheParts, window: Annotated[Window, Depends(window_of("sessions", str))]
) -> Listing[SessionShape]:
    """Where one is signed in, newest first."""
    async with parts.works.read() as work:
        page = await work.sessions.list_of(actor.account.id, parts.clock.now(), window)
    items = [
        SessionShape(
            id=session.id,
            kind=session.kind,
            user_agent=session.user_agent,
            address=session.address,
            created_at=session.created_at,
            seen_at=session.seen_at,
            expires_at=session.expires_at,
            current=session.id == actor.session_id,
        )
        for session in page.items
    ]
    return Listing(items=items, next_cursor=page.next_cursor)


@router.delete("/{session_id}", status_code=204, responses=refuses(401, 403, 404))
async def end_session(session_id: str, actor: Writer, parts: TheParts) -> None:
    """End one of one's own, at once."""
    wanted = SessionId(path_id(session_id, SessionNotFound))
    async with parts.works.write() as work:
        if not await work.sessions.end(wanted, actor.account.id):
            raise SessionNotFound
    await tell_ended(parts.messages, [wanted])
