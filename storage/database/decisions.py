"""What the owner decided, as rows."""

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.holding import hold
from storage.database.tables.accounts import decisions


class DecisionRows:
    """Implements `domain.accounts.decisions.Decisions`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def is_on(self, name: str) -> bool:
        query = select(decisions.c.value).where(decisions.c.name == name)
        return (await self._connection.execute(query)).scalar() == "on"

    async def keep(self, name: str, on: bool) -> None:
        await hold(self._connection, f"decision {name}")
        value = "on" if on else "off"
        changed = await self._connection.execute(update(decisions).where(decisions.c.name == name).values(value=value))
        if changed.rowcount == 0:
            await self._connection.execute(insert(decisions).values(name=name, value=value))
