"""The pages that are open in this process, by session, so that an ended session closes them at once."""

from collections import defaultdict
from weakref import WeakSet

from nicegui import Client, core

from domain.ids import SessionId

_open: defaultdict[SessionId, WeakSet[Client]] = defaultdict(WeakSet)


def remember_page(client: Client, session_id: SessionId) -> None:
    """Note that this page was built for that session."""
    _open[session_id].add(client)
    client.on_delete(lambda: _forget(client, session_id))


async def close_pages(session_id: SessionId) -> None:
    """Disconnect every page of the session and drop what the server holds for it.

    The browser's side is told to reload first, because it does not come back by itself after a disconnect; it then
    finds nobody signed in, and shows the sign-in page.
    """
    for client in list(_open.pop(session_id, ())):
        for sid, _engine_id in list(core.sio.manager.get_participants("/", client.id)):
            await core.sio.emit("try_reconnect", room=sid)
            await core.sio.disconnect(sid)
        if not client.is_deleted:
            client.delete()
            # NiceGUI deletes the page again when the grace of its closed sockets ends, which would raise and be logged.
            client.delete = _nothing


def _nothing() -> None:
    """What is left to delete of a page that is deleted."""


def _forget(client: Client, session_id: SessionId) -> None:
    pages = _open.get(session_id)
    if pages is not None:
        pages.discard(client)
        if not pages:
            del _open[session_id]
