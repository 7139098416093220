"""Starts the program for one role: the web, the work behind it, or both."""

import asyncio
import contextlib
import logging
import signal
import socket
import sys

import uvicorn

from ui.app import CannotStart, opened_parts
from ui.logs import start_logging
from ui.settings import Settings
from ui.web.site import create_site

log = logging.getLogger("kamra")
_GRACE_SECONDS = 10  # an upload under way may finish; what does not is resumed or tried again


def serve(settings: Settings, role: str) -> int:
    """Serve until a signal; returns the process's exit code."""
    start_logging()
    if settings.clock_offset_seconds:
        log.warning("the clock is moved by %s seconds", settings.clock_offset_seconds)
    try:
        if role == "worker":
            asyncio.run(_work(settings))
        else:
            _serve_web(settings, role)
    except CannotStart as error:
        sys.stderr.write(f"Kamra cannot start: {error}\n")
        return 1
    return 0


def _serve_web(settings: Settings, role: str) -> None:
    site = create_site(settings, opened_parts(settings, with_work=role == "all"))
    config = uvicorn.Config(
        site,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,  # ours names the route without its codes and signatures
        server_header=False,
        proxy_headers=False,  # done inside the site, where tests see it too
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[_listening(settings)])


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
    async with opened_parts(settings, with_work=True):
        log.info("working; nothing is served here")
        await stop.wait()
