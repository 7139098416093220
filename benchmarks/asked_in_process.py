"""What one GET costs the process it is asked in, without a network."""

import time

from starlette.types import ASGIApp, Message, Scope


async def processor_seconds(site: ASGIApp, path: str, cookies: str) -> float:
    """Of one request (`path` may have a query), asked as the server does it, until the application has answered."""
    statuses: list[int] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    before = time.process_time()
    await site(_scope(path, cookies), receive, send)
    took = time.process_time() - before
    assert statuses in ([200], [204]), (path, statuses)
    return took


def _scope(address: str, cookies: str) -> Scope:
    path, _, query = address.partition("?")
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"localhost"), (b"cookie", cookies.encode())],
        "client": ("127.0.0.1", 50000),
        "server": ("localhost", 80),
    }
