"""The page behind an invitation, and that of a Kamra which anybody may join."""

from collections.abc import Mapping

from ui.public.sign_up_values import SignUpValues
from ui.theme import page_texts
from ui.theme.pages import render
from ui.theme.texts import PROBLEMS


def invite_page(
    *,
    action: str,
    invited_by: str | None = None,
    values: SignUpValues | None = None,
    troubles: Mapping[str, str] | None = None,
    insecure: bool = False,
) -> str:
    """A form that posts `display_name`, `handle`, `password` and `email` to `action` (/invite/<code>, /sign-up).

    `invited_by` is the display name of who sent it; `troubles` are sentences by field name, "" for the whole form.
    """
    welcome = page_texts.INVITED if invited_by is None else page_texts.INVITED_BY.format(name=invited_by)
    return render(
        "invite.html",
        action=action,
        welcome=welcome,
        values=values or SignUpValues(),
        troubles=troubles or {},
        problems=PROBLEMS,
        insecure=insecure,
    )
