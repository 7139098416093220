"""What every signed-in page begins with: bars with its person's face and news, and its end when the session ends."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from fastapi import Request
from nicegui import ui

from domain.accounts.actor import Actor
from ui.components.insecure_notice import InsecureNotice
from ui.components.shell import ShellPerson, frame
from ui.components.toast import toast
from ui.media.addresses import avatar_url
from ui.pages.unread import unread_of
from ui.pages.unread_live import follow_unread
from ui.parts import Parts, parts_of
from ui.theme.texts import sentence_of
from ui.web.open_pages import remember_page
from ui.web.plain_http import is_plain_http


@contextmanager
def own_page(
    request: Request, actor: Actor, active: str, title: str, *, styles: Sequence[str] = (), width: str = "text"
) -> Iterator[None]:
    """Make the page being built one of this person's; its content goes inside. For `width` see `frame`."""
    close_with_session(actor)
    ui.on_exception(_say_that_it_broke)
    parts, unread = parts_of(request), unread_of(request)
    follow_unread(ui.context.client, parts, actor.account.id, unread)
    with frame(shell_person(parts, actor, unread), active, title, styles=styles, width=width):
        if is_plain_http(request):
            InsecureNotice()
        yield


def _say_that_it_broke() -> None:
    """A handler failed for a reason nobody thought of; what it was stands in the log."""
    toast(sentence_of("internal_server_error"))


def close_with_session(actor: Actor) -> None:
    """Have the page being built close when the session it is built for ends."""
    if actor.session_id is not None:
        remember_page(ui.context.client, actor.session_id)


def shell_person(parts: Parts, actor: Actor, unread: int | None = None) -> ShellPerson:
    """The person as the bars show them, with how many notifications they have not read."""
    account = actor.account
    return ShellPerson(
        handle=account.handle,
        display_name=account.display_name,
        avatar_url=avatar_url(parts, account, account.id),
        role=account.role.value,
        theme=account.theme,
        unread=unread,
    )
