"""Closes pages whose session has ended, wherever it was ended: in another tab, by the API, in another process."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from domain.ids import SessionId, parse_uuid
from domain.messages import Messages
from ui.accounts.ended_sessions import ENDED
from ui.web.open_pages import close_pages


@asynccontextmanager
async def closing_ended(messages: Messages) -> AsyncIterator[None]:
    """While this lasts, a session that is announced as over takes its open pages with it."""
    async with messages.subscribe(ENDED) as ended:
        listening = asyncio.create_task(_close_each(ended))
        try:
            yield
        finally:
            listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await listening


async def _close_each(ended: AsyncIterator[str]) -> None:
    async for text in ended:
        session_id = parse_uuid(text)
        if session_id is not None:
            await close_pages(SessionId(session_id))
