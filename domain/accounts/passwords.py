"""How passwords are kept, and the error for a wrong one."""

from typing import Protocol

from domain.errors import Forbidden


class PasswordWrong(Forbidden):
    """Not the current password of the person who is acting."""


class Passwords(Protocol):
    """Slow digests, made away from the event loop, two at a time."""

    async def hash(self, password: str) -> str:
        """The digest to keep, at most 100 characters. Takes any text."""
        ...

    async def matches(self, password: str, password_hash: str | None) -> bool:
        """Whether it is the password; without a digest the same time passes and the answer is no."""
        ...
