"""Every reason for which Kamra says no, by name; each reaches a person as a sentence of the text catalogue.

The eleven kinds at the top say what sort of no it is (one table in `ui` turns them into a status);
the named errors below say which. An error's `code` is its name in snake_case and never changes.
"""

import re


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


class KamraError(Exception):
    """Something a person asked for cannot be done.

    `facts` fill the placeholders of the catalogue's sentence (limits, names, times);
    `field` names the input at fault, where there is one.
    """

    code = "kamra_error"

    def __init_subclass__(cls) -> None:
        cls.code = _snake(cls.__name__)

    def __init__(self, *, field: str | None = None, **facts: str | int) -> None:
        super().__init__(self.code)
        self.field = field
        self.facts = facts


class Malformed(KamraError):
    """The request cannot be understood at all."""


class NotSignedIn(KamraError):
    """No credentials, or dead ones."""


class Forbidden(KamraError):
    """The person is known, but may not do this."""


class NotFound(KamraError):
    """Absent, or not visible to this viewer: the same answer for both."""


class Conflict(KamraError):
    """What is asked contradicts what is there."""


class Gone(KamraError):
    """It was here and is over."""


class TooLarge(KamraError):
    """More bytes than allowed."""


class WrongKind(KamraError):
    """A kind of file that is not accepted here."""


class RuleBroken(KamraError):
    """A value fails a rule; `field` names it."""


class TooOften(KamraError):
    """A limit on how often is reached; `retry_after` is in seconds."""

    def __init__(self, *, retry_after: int, field: str | None = None, **facts: str | int) -> None:
        super().__init__(field=field, **facts, minutes=max(1, -(-retry_after // 60)))
        self.retry_after = retry_after


class StorageFull(KamraError):
    """The server has no room for more bytes; what is there stays."""
