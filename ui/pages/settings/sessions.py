"""Where a person is signed in, and the end of each of these."""

from nicegui import ui

from domain.accounts.actor import Actor
from domain.accounts.session import Session, SessionKind, SessionNotFound
from domain.errors import NotSignedIn
from domain.ids import SessionId, parse_uuid
from domain.paging import MAX_LIMIT, Window
from ui.accounts.ended_sessions import tell_ended
from ui.components.button import Button
from ui.components.rows import Line, Row, RowAction, Rows
from ui.components.toast import toast
from ui.pages.acting import Acting, acting
from ui.pages.section import Refresh, section
from ui.pages.settings.browser_names import browser_name
from ui.parts import Parts
from ui.theme import settings_texts as texts

_END = "end"


async def show_sessions(parts: Parts, actor: Actor) -> Refresh:
    """The section "Where you are signed in"; returns what shows it anew."""

    async def end(key: str, _action: str) -> None:
        async with acting() as it:
            await _end(it, key)
            await refresh(it.parts, it.actor)
            toast(texts.SESSION_ENDED)

    async def end_others() -> None:
        async with acting() as it:
            async with it.parts.works.write() as work:
                ended = await work.sessions.end_all(it.actor.account.id, keep=it.actor.session_id)
            await tell_ended(it.parts.messages, ended)
            await refresh(it.parts, it.actor)
            toast(texts.SESSIONS_ENDED)

    async def refresh(parts: Parts, actor: Actor) -> None:
        async with parts.works.read() as work:
            found = await work.sessions.list_of(actor.account.id, parts.clock.now(), Window(limit=MAX_LIMIT))
        rows.show([_row(session, actor) for session in found.items])
        end_all.set_visibility(len(found.items) > 1)

    with section(texts.SESSIONS):
        rows = Rows(end)
        with ui.element("div").classes("k-buttons") as end_all:
            Button(texts.SESSIONS_END_OTHERS, end_others, look="grave")
    await refresh(parts, actor)
    return refresh


async def _end(it: Acting, key: str) -> None:
    session_id = parse_uuid(key)
    async with it.parts.works.write() as work:
        if session_id is None or not await work.sessions.end(SessionId(session_id), it.actor.account.id):
            raise SessionNotFound
    await tell_ended(it.parts.messages, [SessionId(session_id)])
    if session_id == it.actor.session_id:
        raise NotSignedIn


def _row(session: Session, actor: Actor) -> Row:
    is_here = session.id == actor.session_id
    is_program = session.kind is SessionKind.API
    name = browser_name(session.user_agent) or (texts.SESSION_PROGRAM if is_program else texts.SESSION_UNKNOWN)
    return Row(
        key=str(session.id),
        title=name,
        mark=texts.SESSION_HERE if is_here else "",
        lines=(
            Line(text=texts.SESSION_STARTED, time=session.created_at),
            Line(text=texts.SESSION_SEEN, time=session.seen_at),
            *([Line(text=texts.SESSION_FROM.format(address=session.address))] if session.address else []),
        ),
        actions=() if is_here else (RowAction(name=_END, word=texts.SESSION_END),),
    )
