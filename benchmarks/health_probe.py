"""Asks `/health` a hundred times a second and tells, when its input ends, how long each answer took.

It is a program of its own, so that what puts the load on the server does not delay it.
"""

import asyncio
import json
import sys
import time
from urllib.parse import urlsplit

_CONNECTIONS = 10
_PAUSE = 0.1
_READY = "asking"


async def _ask(url: str, delay: float, over: asyncio.Event, took: list[float]) -> None:
    """Ask on one connection at fixed times; an answer counts from when it should have been asked for."""
    place = urlsplit(url)
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    question = f"GET /health HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode()
    due = time.perf_counter() + delay
    while not over.is_set():
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        writer.write(question)
        await _answer(reader)
        took.append(time.perf_counter() - due)
        due += _PAUSE
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> None:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    assert head.startswith(b"http/1.1 200"), head
    length = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
    await reader.readexactly(length)


async def _probe(url: str) -> list[float]:
    over, took = asyncio.Event(), []
    async with asyncio.TaskGroup() as group:
        for number in range(_CONNECTIONS):
            group.create_task(_ask(url, number * _PAUSE / _CONNECTIONS, over, took))
        print(_READY, flush=True)
        await asyncio.to_thread(sys.stdin.read)
        over.set()
    return took


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_probe(sys.argv[1]))))
