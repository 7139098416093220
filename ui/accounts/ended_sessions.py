"""Tells open pages and sockets that their session is over."""

from collections.abc import Iterable

from domain.ids import SessionId
from domain.messages import Messages


async def tell_ended(messages: Messages, session_ids: Iterable[SessionId]) -> None:
    """Publish it under each session's topic; call it once the end is committed."""
    for session_id in session_ids:
        await messages.publish(f"session/{session_id}", "ended")
