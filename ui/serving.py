"""Starts the program for one role: the web, the work behind it, or both."""

import asyncio
import contextlib
import logging
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import uvicorn

from ui.app import Role, opened_parts
from ui.cannot_start import CannotStart
from ui.introduction import introduction
from ui.logs import start_logging
from ui.parts import Parts
from ui.settings import BadSetting, Settings
from ui.uploads.open_bodies import OpenBodies
from ui.web.bounded_heads import BoundedHeads
from ui.web.site import create_site
from ui.web.socket_guard import MAX_MESSAGE_BYTES

log = logging.getLogger("kamra")
_GRACE_SECONDS = 10  # what came of uploads is kept in that time, and other answers may finish


class _Server(uvicorn.Server):
    """Ends uploads first: each would otherwise go on until the time is over, and what came of it would be lost."""

    def __init__(self, config: uvicorn.Config, open_bodies: OpenBodies) -> None:
        super().__init__(config)
        self._open_bodies = open_bodies

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop serving."""
        self._open_bodies.end()
        await super().shutdown(sockets)


def serve(settings: Settings, role: Role) -> int:
    """Serve until a signal; returns the process's exit code."""
    start_logging()
    if settings.clock_offset_seconds:
        log.warning("the clock is moved by %s seconds", settings.clock_offset_seconds)
    try:
        if role == "worker":
            asyncio.run(_work(settings))
        else:
            _serve_web(settings, role)
    except (CannotStart, BadSetting) as error:
        sys.stderr.write(f"Kamra cannot start: {error}\n")
        return 1
    return 0


def _serve_web(settings: Settings, role: Role) -> None:
    failures: list[Exception] = []
    site = create_site(settings, _introduced(settings, role, failures))
    config = uvicorn.Config(
        site,
        host=settings.host,
        port=settings.port,
        http=BoundedHeads,
        log_config=None,
        access_log=False,  # ours names the route without its codes and signatures
        server_header=False,
        ws_per_message_deflate=False,  # pages send little by socket, and its windows cost each open one 50 kB and more
        ws_max_size=MAX_MESSAGE_BYTES,  # refused before it is all in memory
        ws_ping_interval=15,  # seconds; a socket whose other end is gone is noticed after 30
        ws_ping_timeout=15,
        proxy_headers=False,  # done inside the site, where tests see it too
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    listening = [_listening(settings)]
    try:
        _Server(config, site.state.open_bodies).run(sockets=listening)
    except SystemExit:
        if not failures:
            raise
    if failures:
        raise failures[0]


@asynccontextmanager
async def _introduced(settings: Settings, role: Role, failures: list[Exception]) -> AsyncIterator[Parts]:
    """The parts, once the console says where Kamra is; what keeps it from starting goes into `failures`.

    The server would end on such an error with a traceback, where a sentence is enough.
    """
    server_log = logging.getLogger("uvicorn.error")
    server_log.setLevel(logging.CRITICAL + 1)
    async with AsyncExitStack() as closing:
        try:
            parts = await closing.enter_async_context(opened_parts(settings, role=role))
            lines = await introduction(parts)
        except (CannotStart, BadSetting) as error:
            failures.append(error)
            raise
        except Exception:  # anything may fail at the start, and only here is it written down; it is raised again
            log.exception("starting failed")
            raise
        server_log.setLevel(logging.WARNING)
        sys.stdout.write(lines)
        sys.stdout.flush()
        yield parts


def _listening(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        reason = error.strerror or "it cannot be used"
        raise CannotStart(f"port {settings.port} on {settings.host}: {reason}; another one: KAMRA_PORT") from None
    return listener


async def _work(settings: Settings) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # no such thing on Windows; Ctrl+C still ends the loop there
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with opened_parts(settings, role="worker"):
        log.info("working; nothing is served here")
        await stop.wait()
