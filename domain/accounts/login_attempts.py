"""How often a password may be guessed: failed logins as rows, which a restart does not forget.

They are counted by address; a browser that has logged in to the same account before is counted apart,
so that somebody guessing from behind the same address cannot shut out the person themselves.
"""

from datetime import datetime, timedelta
from typing import Protocol

from domain.clock import APART
from domain.errors import NotSignedIn
from domain.ids import AccountId
from domain.limits import TooManyTries
from domain.secret import digest

ALLOWED = 10
SPAN = timedelta(hours=1)
DEVICE_LIFE = timedelta(days=365)


class LoginWrong(NotSignedIn):
    """The name and the password do not belong together; nobody says which of them is wrong."""


class FailedLogins(Protocol):
    """Wrong guesses, by who is counted for them."""

    async def add(self, counted_for: str, now: datetime) -> None:
        """Count one more."""
        ...

    async def times(self, counted_for: str, since: datetime, until: datetime) -> list[datetime]:
        """When they were, oldest first; nobody else changes them until a writing transaction ends."""
        ...

    async def remove_outside(self, since: datetime, until: datetime) -> int:
        """Forget all others; returns how many."""
        ...


class KnownDevices(Protocol):
    """Browsers that logged in before, each by a digest over its own cookie and the account."""

    async def knows(self, device_hash: bytes) -> bool:
        """Whether this browser has logged in to this account."""
        ...

    async def remember(self, device_hash: bytes, account_id: AccountId, now: datetime) -> None:
        """It has logged in now."""
        ...

    async def forget_all(self, account_id: AccountId) -> None:
        """From now on no browser is known for this account."""
        ...

    async def remove_before(self, moment: datetime) -> int:
        """Forget those not seen since; returns how many."""
        ...


def device_hash(device: str, account_id: AccountId) -> bytes:
    """What is kept of a browser's device cookie, apart for each account that used it."""
    return digest(f"{device} {account_id}")


async def demand_tries_left(failed: FailedLogins, counted_for: str, now: datetime) -> None:
    """Raises TooManyTries once the hour's wrong guesses are used up."""
    times = await failed.times(counted_for, now - SPAN, now + APART)
    if len(times) >= ALLOWED:
        again = times[-ALLOWED] + SPAN
        raise TooManyTries(retry_after=max(1, round((again - now).total_seconds())))
