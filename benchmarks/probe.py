"""Asks one address some times a second and tells, when its input ends, how long each answer took.

It is a program of its own, so that what puts the load on the server does not delay it. It is given the address, how
often a second it is to be asked, the cookies, and what `Authorization` is to say.
"""

import asyncio
import json
import sys
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

_CONNECTIONS = 10
_READY = "asking"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """What one connection asks, where, and how many seconds apart."""

    question: bytes
    host: str
    port: int
    pause: float


async def _ask(turn: _Turn, due: float, over: asyncio.Event) -> list[float]:
    """Ask on one connection at fixed times; an answer counts from when it should have been asked for."""
    reader, writer = await asyncio.open_connection(turn.host, turn.port)
    took: list[float] = []
    while not over.is_set():
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        writer.write(turn.question)
        await _answer(reader)
        took.append(time.perf_counter() - due)
        due += turn.pause
    writer.close()
    return took


async def _answer(reader: asyncio.StreamReader) -> None:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    assert head.startswith(b"http/1.1 200"), head
    length = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
    await reader.readexactly(length)


async def _probe(address: str, a_second: float, cookies: str, authorization: str) -> list[float]:
    place = urlsplit(address)
    asked_for = address.split(place.netloc, 1)[1]
    shown = f"Authorization: {authorization}\r\n" if authorization else ""
    question = f"GET {asked_for} HTTP/1.1\r\nHost: {place.netloc}\r\nCookie: {cookies}\r\n{shown}\r\n".encode()
    over, begun = asyncio.Event(), time.perf_counter()
    turn = _Turn(question=question, host=place.hostname or "", port=place.port or 80, pause=_CONNECTIONS / a_second)
    async with asyncio.TaskGroup() as group:
        dues = [begun + number / a_second for number in range(_CONNECTIONS)]
        asking = [group.create_task(_ask(turn, due, over)) for due in dues]
        print(_READY, flush=True)
        await asyncio.to_thread(sys.stdin.read)
        over.set()
    return [seconds for one in asking for seconds in one.result()]


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_probe(sys.argv[1], float(sys.argv[2]), sys.argv[3], sys.argv[4]))))
