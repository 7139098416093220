"""Refresh tokens as rows."""

from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.accounts.refresh_token import RefreshUse
from domain.ids import SessionId
from storage.database.tables.accounts import refresh_tokens, sessions


class RefreshTokenRows:
    """Implements `domain.accounts.refresh_token.RefreshTokens`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, token_hash: bytes, session_id: SessionId, now: datetime, expires_at: datetime) -> None:
        values = {"hash": token_hash, "session_id": session_id, "issued_at": now, "expires_at": expires_at}
        await self._connection.execute(insert(refresh_tokens).values(values))

    async def use(self, token_hash: bytes, now: datetime) -> RefreshUse | None:
        session_id = await self.session_of(token_hash)
        if session_id is None:
            return None
        # The session first and always: two that take its tokens in another order would wait for each other.
        held = select(sessions.c.id).where(sessions.c.id == session_id).with_for_update()
        if (await self._connection.execute(held)).first() is None:
            return None
        known = refresh_tokens.c.hash == token_hash
        used = await self._connection.execute(
            update(refresh_tokens)
            .where(known, refresh_tokens.c.used_at.is_(None), refresh_tokens.c.expires_at > now)
            .values(used_at=now)
        )
        if used.rowcount == 1:
            return RefreshUse(session_id=session_id, is_first=True)
        was_used = select(refresh_tokens.c.used_at).where(known, refresh_tokens.c.used_at.is_not(None))
        if (await self._connection.execute(was_used)).first() is None:
            return None
        return RefreshUse(session_id=session_id, is_first=False)

    async def session_of(self, token_hash: bytes) -> SessionId | None:
        query = select(refresh_tokens.c.session_id).where(refresh_tokens.c.hash == token_hash)
        return (await self._connection.execute(query)).scalar()

    async def remove_expired(self, now: datetime) -> int:
        query = delete(refresh_tokens).where(refresh_tokens.c.expires_at <= now)
        return (await self._connection.execute(query)).rowcount
