"""Wrong guesses at passwords, and browsers that logged in before, as rows."""

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, new_uuid
from storage.database.holding import hold
from storage.database.tables.accounts import failed_logins, known_devices

_at = failed_logins.c.at
# Made once: every call of a room asks it.
_TIMES = (
    select(_at)
    .where(failed_logins.c.counted_for == bindparam("counted_for"), _at > bindparam("since"), _at <= bindparam("until"))
    .order_by(_at)
)


class FailedLoginRows:
    """Implements `domain.accounts.login_attempts.FailedLogins`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, counted_for: str, now: datetime) -> None:
        await self._connection.execute(insert(failed_logins).values(id=new_uuid(), counted_for=counted_for, at=now))

    async def times(self, counted_for: str, since: datetime, until: datetime) -> list[datetime]:
        await hold(self._connection, f"failed {counted_for}")
        values = {"counted_for": counted_for, "since": since, "until": until}
        return list((await self._connection.execute(_TIMES, values)).scalars())

    async def remove_outside(self, since: datetime, until: datetime) -> int:
        query = delete(failed_logins).where(or_(failed_logins.c.at <= since, failed_logins.c.at > until))
        return (await self._connection.execute(query)).rowcount


class KnownDeviceRows:
    """Implements `domain.accounts.login_attempts.KnownDevices`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def knows(self, device_hash: bytes) -> bool:
        query = select(known_devices.c.hash).where(known_devices.c.hash == device_hash)
        return (await self._connection.execute(query)).first() is not None

    async def remember(self, device_hash: bytes, account_id: AccountId, now: datetime) -> None:
        await hold(self._connection, f"device {device_hash.hex()}")
        seen = update(known_devices).where(known_devices.c.hash == device_hash).values(seen_at=now)
        if (await self._connection.execute(seen)).rowcount == 0:
            values = {"hash": device_hash, "account_id": account_id, "seen_at": now}
            await self._connection.execute(insert(known_devices).values(values))

    async def forget_all(self, account_id: AccountId) -> None:
        await self._connection.execute(delete(known_devices).where(known_devices.c.account_id == account_id))

    async def remove_before(self, moment: datetime) -> int:
        query = delete(known_devices).where(known_devices.c.seen_at <= moment)
        return (await self._connection.execute(query)).rowcount
