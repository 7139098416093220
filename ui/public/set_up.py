"""The set-up: three questions on one form, shown one after the other where scripts run; the pictures come after."""

from collections.abc import Mapping

from ui.public.sign_up_values import SignUpValues
from ui.theme import page_texts
from ui.theme.pages import render
from ui.theme.texts import PROBLEMS


def set_up_page(
    *,
    code: str,
    values: SignUpValues | None = None,
    troubles: Mapping[str, str] | None = None,
    insecure: bool = False,
) -> str:
    """A form that posts `display_name`, `handle`, `password`, `email` and `public_pages` (off, on) to /setup/<code>.

    `troubles` holds sentences by field name, under "" what belongs to none.
    """
    return render(
        "set_up.html",
        code=code,
        values=values or SignUpValues(),
        troubles=troubles or {},
        problems=PROBLEMS,
        insecure=insecure,
    )


def already_set_up_page(*, insecure: bool = False) -> str:
    """What the set-up link says once it has been used."""
    return render(
        "said.html",
        headline=page_texts.SETUP_USED,
        sentence="",
        button=page_texts.SIGN_IN,
        href="/sign-in",
        insecure=insecure,
    )
