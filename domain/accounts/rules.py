"""What a handle, a name, an address and a password may be."""

import re
from dataclasses import dataclass

from domain.accounts.common_passwords import COMMON_PASSWORDS
from domain.errors import Conflict, RuleBroken
from domain.plain_text import is_line, is_text

MAX_BIO = 500
_HANDLE = re.compile(r"[A-Za-z0-9_]{3,30}")
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)*")


class HandleTaken(Conflict):
    """Somebody here has this handle, in whatever letter case."""


class EmailTaken(Conflict):
    """Somebody here uses this address, in whatever letter case."""


class BadHandle(RuleBroken):
    """Not 3 to 30 of A–Z, a–z, 0–9 and `_`."""


class BadDisplayName(RuleBroken):
    """Empty, longer than 50 characters, or more than one line."""


class BioTooLong(RuleBroken):
    """Longer than `max` characters."""


class BadText(RuleBroken):
    """Holds characters that are no text (control characters, halves of characters)."""


class BadEmail(RuleBroken):
    """Not an e-mail address, or longer than 254 characters."""


class PasswordTooShort(RuleBroken):
    """Fewer than 8 characters."""


class PasswordTooLong(RuleBroken):
    """More than 128 characters."""


class PasswordCommon(RuleBroken):
    """One of those that are tried first, or the handle itself."""


def is_handle(text: str) -> bool:
    """Whether somebody could have this handle."""
    return _HANDLE.fullmatch(text) is not None


def is_email(text: str) -> bool:
    """Whether it looks like an address; whether mail arrives there is nobody's business, Kamra sends none."""
    return len(text) <= 254 and is_line(text) and _EMAIL.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """What somebody says about themselves when they join, not yet checked."""

    handle: str
    display_name: str
    password: str
    email: str | None = None
    bio: str = ""

    def check(self) -> None:
        """Raises the first rule that is broken."""
        if not is_handle(self.handle):
            raise BadHandle(field="handle")
        check_display_name(self.display_name)
        check_bio(self.bio)
        if self.email is not None and not is_email(self.email):
            raise BadEmail(field="email")
        check_password(self.password, handle=self.handle, field="password")


def check_display_name(name: str) -> None:
    """Raises BadDisplayName."""
    if not (1 <= len(name) <= 50 and name.strip() and is_line(name)):
        raise BadDisplayName(field="display_name")


def check_bio(bio: str) -> None:
    """Raises BioTooLong or BadText."""
    if len(bio) > MAX_BIO:
        raise BioTooLong(field="bio", max=MAX_BIO)
    if not is_text(bio):
        raise BadText(field="bio")


def check_password(password: str, *, handle: str, field: str) -> None:
    """Raises PasswordTooShort, PasswordTooLong or PasswordCommon, naming this field."""
    if len(password) < 8:
        raise PasswordTooShort(field=field)
    if len(password) > 128:
        raise PasswordTooLong(field=field)
    if password.lower() in COMMON_PASSWORDS or password.lower() == handle.lower():
        raise PasswordCommon(field=field)
