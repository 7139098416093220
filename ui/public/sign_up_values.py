"""What somebody has written into a sign-up form so far, to be shown again beside what is wrong with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUpValues:
    """The fields of the set-up and of invitations; a password is never shown again. `public_pages` is off or on."""

    display_name: str = ""
    handle: str = ""
    email: str = ""
    public_pages: str = "off"
