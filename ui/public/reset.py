"""The page behind a reset link."""

from collections.abc import Mapping

from ui.public.sign_up_values import SignUpValues
from ui.theme.pages import render
from ui.theme.texts import PROBLEMS


def reset_page(*, code: str, troubles: Mapping[str, str] | None = None, insecure: bool = False) -> str:
    """A form that posts `password` to /reset/<code>; `troubles` are sentences by field name, "" for the whole form."""
    return render(
        "reset.html",
        code=code,
        values=SignUpValues(),
        troubles=troubles or {},
        problems=PROBLEMS,
        insecure=insecure,
    )
