"""Tells every process which sessions are over, so that the pages that are open for them close."""

from collections.abc import Iterable

from domain.ids import SessionId
from domain.messages import Messages

TOPIC = "sessions/ended"  # one for all: a process cannot listen to each session's own


async def announce_ended(messages: Messages, session_ids: Iterable[SessionId]) -> None:
    """Say so after the commit that ended them."""
    for session_id in session_ids:
        await messages.publish(TOPIC, str(session_id))
