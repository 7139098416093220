"""One open socket of a room: what waits to be sent to it, and how it is ended from elsewhere."""

import asyncio
from collections import deque
from dataclasses import dataclass

from starlette.websockets import WebSocket

from domain.errors import KamraError
from ui.problems import status_of

_MOST_WAITING = 1024 * 1024  # characters; who is so far behind does better to connect again and look anew
_SENT_WITHIN = 30  # seconds for one message


@dataclass(frozen=True, slots=True)
class Ending:
    """A close code and what it stands for; never more than 123 bytes, which is what fits beside the code."""

    code: int
    reason: str


TOO_SLOW = Ending(1013, "too_slow")
RESTARTING = Ending(1012, "restarting")
TRY_AGAIN = Ending(1013, "try_again")
BROKEN = Ending(1011, "unexpected")


def ending_for(error: KamraError) -> Ending:
    """4000 and the status by which a call says the same: 4401 auth, 4404 unknown, 4410 over, 4429 too fast …"""
    return Ending(4000 + status_of(error), error.code)


class RoomSocket:
    """Somebody's place in a room of this process. What is told before `welcome` is sent after it."""

    __slots__ = ("_behind", "_life", "_news", "_waiting", "_websocket", "ending", "is_welcome", "peer", "stay")

    def __init__(self, websocket: WebSocket, peer: str, stay: str) -> None:
        self.peer, self.stay = peer, stay
        self.is_welcome = False
        self.ending: Ending | None = None
        self._websocket = websocket
        self._waiting: deque[str] = deque()
        self._behind = 0  # characters that wait
        self._news = asyncio.Event()
        self._life = asyncio.timeout(None)

    def welcome(self, text: str) -> None:
        """Send this first, and from now on everything."""
        self._waiting.appendleft(text)
        self._behind += len(text)
        self.is_welcome = True
        self._news.set()

    def tell(self, text: str) -> None:
        """Send it when its turn comes; never waits."""
        self._waiting.append(text)
        self._behind += len(text)
        self._news.set()
        if self._behind > _MOST_WAITING:
            self.end(TOO_SLOW)

    def end(self, ending: Ending) -> None:
        """Have the socket closed at once, whatever still waits. The first to say so is heard.

        Only for a socket whose `life` has begun: it is in no room before, and no more after.
        """
        if self.ending is None:
            self.ending = ending
            self._life.reschedule(asyncio.get_running_loop().time())

    @property
    def life(self) -> asyncio.Timeout:
        """What whoever serves the socket stays in: it runs out when the socket is ended."""
        return self._life

    async def send_waiting(self) -> None:
        """Send what comes, for ever."""
        while await self._news.wait():
            self._news.clear()
            while self._waiting:
                text = self._waiting.popleft()
                self._behind -= len(text)
                try:
                    async with asyncio.timeout(_SENT_WITHIN):
                        await self._websocket.send_text(text)
                except TimeoutError:
                    self.end(TOO_SLOW)
                    return
                except (OSError, RuntimeError):  # closed meanwhile; whoever receives from it is told
                    return
