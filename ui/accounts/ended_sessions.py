"""Tells every process which sessions are over, so that pages and sockets that are open for them close."""

from collections.abc import Iterable

from domain.ids import SessionId
from domain.messages import Messages

ENDED = "sessions/ended"  # one topic for all: a process cannot listen to each session's own


async def tell_ended(messages: Messages, session_ids: Iterable[SessionId]) -> None:
    """Publish each id; call it once the end is committed."""
    for session_id in session_ids:
        await messages.publish(ENDED, str(session_id))
