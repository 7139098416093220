"""What the ways in need from the world, put together once by `ui.app` and handed to every route."""

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import HTTPConnection

from domain.accounts.access_tokens import AccessTokens
from domain.accounts.last_seen import LastSeen
from domain.accounts.passwords import Passwords
from domain.clock import Clock
from domain.files import Files
from domain.limits import Limits
from domain.media.compressions.compressing import Compressor
from domain.media.compressions.few_at_once import FewAtOnce
from domain.media.rendering import Renderer
from domain.messages import Messages
from domain.queue import Queue
from domain.rooms.presence import Presence
from domain.signing import Keys
from domain.work import Works
from scheduler.timetable import Timetable
from ui.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The program's parts, each behind its protocol."""

    settings: Settings
    clock: Clock
    works: Works
    files: Files
    messages: Messages
    presence: Presence
    queue: Queue
    renderer: Renderer
    compressor: Compressor
    compressing: FewAtOnce
    keys: Keys
    passwords: Passwords
    access_tokens: AccessTokens
    limits: Limits
    last_seen: LastSeen
    timetable: Timetable


def parts_of(connection: HTTPConnection) -> Parts:
    """The parts of the running program."""
    return cast("Parts", connection.app.state.parts)


async def _parts(connection: HTTPConnection) -> Parts:
    """Asynchronous although it waits for nothing: FastAPI hands every other dependency to a thread and back."""
    return parts_of(connection)


TheParts = Annotated[Parts, Depends(_parts)]
