"""Who is acting, and with which permission."""

from dataclasses import dataclass
from enum import StrEnum

from domain.accounts.account import Account, Role
from domain.errors import Forbidden
from domain.ids import ApiTokenId, SessionId


class Scope(StrEnum):
    """What credentials allow; a browser session has all that its person's role gives."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


class NotAllowed(Forbidden):
    """Takes a role this person does not have."""


class ScopeMissing(Forbidden):
    """The API token does not carry the scope; fact: `scope`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A signed-in person and what their credentials allow; `session_id` is None for an API token, the `token_id`."""

    account: Account
    scopes: frozenset[Scope]
    session_id: SessionId | None
    token_id: ApiTokenId | None = None

    def demand(self, scope: Scope) -> None:
        """Raises ScopeMissing when the credentials do not carry the scope."""
        if scope not in self.scopes:
            raise ScopeMissing(scope=scope.value)

    def demand_admin(self) -> None:
        """Raises NotAllowed or ScopeMissing unless this is an admin acting with admin credentials."""
        if self.account.role is not Role.ADMIN:
            raise NotAllowed
        self.demand(Scope.ADMIN)

    def demand_moderator(self) -> None:
        """Raises NotAllowed or ScopeMissing unless this is a moderator or an admin whose credentials may write."""
        if self.account.role is Role.MEMBER:
            raise NotAllowed
        self.demand(Scope.WRITE)
