"""The sign-in page."""

from ui.theme.pages import render


def sign_in_page(
    *, login: str = "", trouble: str = "", told: str = "", place: str = "", next: str = "", insecure: bool = False
) -> str:
    """A form that posts `login`, `password` and `next` to /sign-in.

    `trouble` is the sentence for a failed try, `told` news such as "Your password is changed.", `place` what this
    Kamra is called (its host), `next` the path to go on to; `insecure` adds the plain-http notice.
    """
    return render("sign_in.html", login=login, trouble=trouble, told=told, place=place, next=next, insecure=insecure)
