"""One transaction, with every collection as an attribute."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from domain.accounts.account import Accounts


class Work(Protocol):
    """What a use-case may touch while its caller's transaction lasts."""

    @property
    def accounts(self) -> Accounts: ...


class Works(Protocol):
    """Where transactions come from. Leaving the block commits; an error in it rolls everything back."""

    def read(self) -> AbstractAsyncContextManager[Work]:
        """A consistent view that must not write."""
        ...

    def write(self) -> AbstractAsyncContextManager[Work]:
        """A transaction that may write; keep it short, nothing slow belongs inside."""
        ...

    async def probe(self) -> None:
        """Return when the database answers now; raises any error otherwise."""
        ...
