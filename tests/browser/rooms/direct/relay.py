"""A long line between two pages: every datagram reaches the other end a while later, whatever is in it."""

import asyncio
import json
import re
import socket
from typing import Any

_AT_ONCE = 64  # datagrams that are read before others have their turn
_LARGEST = 2048  # bytes; no browser sends larger ones
_SPACE = 4 << 20  # bytes that wait in a socket, so that the line is long and not lossy
_CANDIDATE_LINE = re.compile(r"^a=candidate:.*\r?\n", re.MULTILINE)

Address = tuple[str, int]


class Relay:
    """For each connection of two pages one end for each; `between` puts their addresses into what the pages signal."""

    def __init__(self, one_way: float) -> None:
        self._one_way = one_way  # seconds
        self._loop = asyncio.get_running_loop()
        self._lines: dict[tuple[frozenset[str], str], dict[str, socket.socket]] = {}
        self._known: dict[socket.socket, Address] = {}
        self.datagrams = 0

    async def between(self, sender: str, receiver: str, text: str) -> str:
        """The signal with the relay's address for the sender's; pages must not seal what they say."""
        signal = json.loads(text)
        if "description" in signal:
            signal["description"]["sdp"] = _CANDIDATE_LINE.sub("", signal["description"]["sdp"])
        candidates = signal.get("candidates", [])
        line = (frozenset((sender, receiver)), str(signal["connection"]))
        signal["candidates"] = [self._moved(one, line, sender) for one in candidates if _is_usable(one)]
        return json.dumps(signal)

    def close(self) -> None:
        """Nothing gets through any more."""
        for ends in self._lines.values():
            for end in ends.values():
                self._loop.remove_reader(end.fileno())
                end.close()
        self._lines.clear()

    def _moved(self, candidate: dict[str, Any], line: tuple[frozenset[str], str], sender: str) -> dict[str, Any]:
        words = candidate["candidate"].split()
        if line not in self._lines:
            self._lines[line] = self._line(line[0], words[4])
        end = self._lines[line][sender]
        self._known[end] = (words[4], int(words[5]))
        words[5] = str(end.getsockname()[1])
        return {**candidate, "candidate": " ".join(words)}

    def _line(self, names: frozenset[str], host: str) -> dict[str, socket.socket]:
        """Each end stands for one page: what is sent to it goes to that page, and comes from the other end."""
        ends = {name: _end(host) for name in names}
        one, other = ends.values()
        for here, there in ((one, other), (other, one)):
            self._loop.add_reader(here.fileno(), self._read, here, there)
        return ends

    def _read(self, here: socket.socket, there: socket.socket) -> None:
        for _ in range(_AT_ONCE):
            try:
                datagram, sender = here.recvfrom(_LARGEST)
            except BlockingIOError:
                return
            self._known[there] = sender  # behind `there` is whoever sends to `here`
            self.datagrams += 1
            self._loop.call_later(self._one_way, self._deliver, here, there, datagram)

    def _deliver(self, here: socket.socket, there: socket.socket, datagram: bytes) -> None:
        to = self._known.get(here)
        if to is None or there.fileno() < 0:
            return
        try:
            there.sendto(datagram, to)
        except BlockingIOError:
            return  # as on any line, one is lost now and then


def _end(host: str) -> socket.socket:
    end = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
        end.setsockopt(socket.SOL_SOCKET, option, _SPACE)
    end.bind((host, 0))
    end.setblocking(False)
    return end


def _is_usable(candidate: dict[str, Any]) -> bool:
    words = candidate["candidate"].split()
    return words[2].lower() == "udp" and ":" not in words[4]
